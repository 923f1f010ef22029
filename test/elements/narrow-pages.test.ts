import { expect } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import '../support/define-all.js';
import { SAMPLE, scriptedBackend, type ScriptedBackendOptions } from '../../src/testing/index.js';
import { sidewaysScrolling } from '../accessibility/in-page/sideways-scrolling.js';
import { message, messagePattern } from '../support/message.js';
import { allElements, button, fill, show, until, untilText } from '../support/page.js';

type Shown = Promise<HTMLElement>;

async function started(
  tag:
    'mfa-login' | 'mfa-challenge' | 'mfa-enrollment' | 'mfa-authenticators' | 'mfa-recovery-codes',
  shown: string | RegExp,
  options: ScriptedBackendOptions = {},
): Shown {
  const element = await show(tag, {
    backend: scriptedBackend(options),
    helpUrl: '/hulp',
    signInUrl: '/',
  });
  await untilText(element, shown);
  return element;
}

async function entered(element: HTMLElement, value: string, shown: string | RegExp): Shown {
  await until(() => element.querySelector('input') !== null, 'nothing is asked');
  const input = element.querySelector('input');
  if (!input) throw new Error('nothing is asked');
  fill(input, value);
  input.form?.requestSubmit();
  await untilText(element, shown);
  return element;
}

async function pressed(element: HTMLElement, name: string, shown: string | RegExp): Shown {
  button(element, name).click();
  await untilText(element, shown);
  return element;
}

/** Names without a place to break. */
const LONG =
  'Betalingsverkeersautorisatieapplicatie-van-de-zakelijke-klant@portaal.voorbeeld.example';
const long = { ...SAMPLE.authenticator, name: LONG };
const unlink = message('authenticators.unlink.label', LONG);

const challenge = (options: ScriptedBackendOptions = {}) =>
  started('mfa-challenge', message('challenge.code.heading'), {
    state: 'code-required',
    ...options,
  });
const enrollment = (options: ScriptedBackendOptions = {}) =>
  started('mfa-enrollment', message('enrollment.scan.heading'), options);
const authenticators = (options: ScriptedBackendOptions = {}) =>
  started('mfa-authenticators', messagePattern('authenticators.linked-on'), {
    state: 'verified',
    authenticators: [long, SAMPLE.authenticator],
    ...options,
  });

/** Every step, with what is long in it. */
const STEPS: Readonly<Record<string, () => Shown>> = {
  'a code field': () => challenge(),
  'a refused code': async () =>
    entered(await challenge(), '999999', messagePattern('error.invalid-code')),
  'a wait': async () => entered(await challenge({ on: { verify: 'rate-limited' } }), '999999', /./),
  'a recovery code field': async () =>
    pressed(
      await challenge(),
      message('challenge.code.use-recovery-code'),
      message('challenge.recovery-code.heading'),
    ),
  'few recovery codes': async () =>
    entered(
      await challenge({ on: { verify: { recoveryCodesLeft: 1 } } }),
      SAMPLE.code,
      message('challenge.few-recovery-codes.one'),
    ),
  'a sign-in that has ended': async () =>
    entered(
      await challenge({ on: { verify: 'login-expired' } }),
      SAMPLE.code,
      message('error.login-expired'),
    ),
  'a field of eight digits': async () => {
    const label = '<label for="acht">Code</label><input id="acht">';
    const element = await show('mfa-code-input', { length: 8 }, label);
    await element.updateComplete;
    return element;
  },
  'a QR code': () => enrollment(),
  'everything unfolded': async () => {
    const element = await enrollment();
    for (const details of allElements(element).filter((inner) => inner.matches('details'))) {
      details.open = true;
    }
    return element;
  },
  'a proof': () =>
    started('mfa-enrollment', message('step-up.password.lead'), {
      on: { startEnrollment: 'step-up-required' },
      stepUp: ['password', 'code'],
    }),
  'new recovery codes': async () =>
    entered(await enrollment(), SAMPLE.code, message('enrollment.recovery-codes.heading.other')),
  'the linked apps': () => authenticators(),
  'a name': async () => {
    const element = await authenticators();
    button(element, message('authenticators.rename.label', LONG)).click();
    await until(() => element.querySelector('input') !== null, 'no name is asked');
    return element;
  },
  'a question': async () =>
    pressed(await authenticators(), unlink, message('authenticators.unlink.heading', LONG)),
  'a proof in the dialog': async () =>
    pressed(
      await pressed(
        await authenticators({ stepUp: ['password', 'code'] }),
        unlink,
        message('authenticators.unlink.heading', LONG),
      ),
      message('authenticators.unlink.confirm'),
      message('step-up.password.lead'),
    ),
  'the status of recovery codes': () =>
    started('mfa-recovery-codes', messagePattern('recovery-codes.generated'), {
      state: 'verified',
    }),
};

/** Places in which a page may put an element; all but the first are as wide as their content wants. */
const PLACES: Readonly<Record<string, string>> = {
  'a page without margins': '',
  'a fieldset': 'min-inline-size: min-content',
  'a flex row': 'display: flex',
  'a flex row with a margin': 'display: flex; margin: 8px',
  'a flex column': 'display: flex; flex-direction: column; align-items: center',
  'a grid': 'display: grid',
  'a centered grid': 'display: grid; place-items: center',
  'a table': 'display: table',
  'a float': 'float: left',
};

describe('a page of 320 px', () => {
  const { body, documentElement: root } = document;

  before(() => setViewport({ width: 320, height: 640 }));
  after(() => setViewport({ width: 800, height: 600 }));
  beforeEach(() => body.style.setProperty('margin', '0'));
  afterEach(() => {
    body.style.removeProperty('margin');
    root.removeAttribute('dir');
  });

  for (const dir of ['ltr', 'rtl'])
    for (const [step, reach] of Object.entries(STEPS)) {
      it(`does not scroll sideways with ${step}, wherever it is (host page 10), ${dir}`, async () => {
        root.dir = dir;
        const element = await reach();
        const { parentElement: place } = element;
        const scrolling = Object.entries(PLACES).flatMap(([name, style]) => {
          place?.setAttribute('style', style);
          return sidewaysScrolling().map((what) => `in ${name}: ${what}`);
        });
        expect(scrolling).to.deep.equal([]);
      });
    }
});
