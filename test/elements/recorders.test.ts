import { expect } from '@open-wc/testing';
import '../../src/elements/authenticators/mfa-authenticators.js';
import { HANDHELD } from '../../src/elements/enrollment/handheld-controller.js';
import '../../src/elements/login/mfa-login.js';
import '../../src/elements/recovery-codes/mfa-recovery-codes.js';
import { MfaError } from '../../src/backend/mfa-error.js';
import { groupSecret } from '../../src/otp/base32.js';
import { SAMPLE, scriptedBackend, type ScriptedBackendOptions } from '../../src/testing/index.js';
import { message, messagePattern } from '../support/message.js';
import { PLANTED, plantedEnrollment, tracesIn } from '../support/planted-secrets.js';
import {
  allElements,
  button,
  field,
  fill,
  show,
  until,
  untilText,
  visibleElements,
} from '../support/page.js';
import { printWith } from '../support/printing.js';
import { Recording } from '../support/recording.js';
import { printSheet } from './recovery-code-list/recovery-code-list-page.js';

const CODES_HEADING = message('enrollment.recovery-codes.heading.other');

/** How a page may set up rrweb; none of them names what is secret. */
const SET_UPS = {
  'with its defaults': {},
  'that masks every input': { maskAllInputs: true },
  'that masks no input': { maskAllInputs: false, maskInputOptions: { password: false } },
} as const;

/** Waits until the recorder has read what was rendered: it does so in a microtask of its own. */
const recorded = (): Promise<unknown> => new Promise((resolve) => requestAnimationFrame(resolve));

/** Types a text, one character at a time. */
async function type(input: HTMLInputElement, typed: string): Promise<void> {
  for (let length = 1; length <= typed.length; length += 1) {
    fill(input, typed.slice(0, length));
    await recorded();
  }
}

const isDrawn = (element: Element): boolean =>
  allElements(element).some((it) => it.matches('svg[role=img]'));

/** Returns the path of every drawing: that of a QR code is its secret. */
const paths = (element: Element): string[] =>
  allElements(element)
    .filter((it) => it.matches('svg[role=img] path'))
    .map((it) => it.getAttribute('d') ?? '');

/** Uses every way to keep the recovery codes. */
async function keepCodes(element: Element): Promise<void> {
  for (const part of ['copy', 'print']) {
    visibleElements(element)
      .find((it): it is HTMLButtonElement => it.matches(`button[part~=${part}]`))
      ?.click();
    await recorded();
  }
  expect(printSheet()).not.to.equal(null);
}

const withCodes: ScriptedBackendOptions = {
  on: {
    startEnrollment: plantedEnrollment,
    confirmEnrollment: {
      authenticator: SAMPLE.authenticator,
      recoveryCodes: PLANTED.recoveryCodes,
    },
  },
};

async function link(): Promise<Element> {
  const element = await show('mfa-login', { backend: scriptedBackend(withCodes) });
  await untilText(element, message('enrollment.code.heading'));
  await until(() => isDrawn(element), 'no QR code');
  for (const it of visibleElements(element)) if (it.matches('summary')) it.click();
  await recorded();
  await type(field(element), PLANTED.code);
  return element;
}

async function keepNewCodes(element: Element): Promise<void> {
  button(element, message('code.submit')).click();
  await untilText(element, CODES_HEADING);
  await keepCodes(element);
}

/** What a person does, up to where something secret shows. */
const WALKS: Readonly<Record<string, (snapshot: () => void) => Promise<void>>> = {
  'linking an app': async (snapshot) => {
    const element = await link();
    snapshot();
    await keepNewCodes(element);
  },
  'signing in with a code': async (snapshot) => {
    const element = await show('mfa-login', {
      backend: scriptedBackend({ state: 'code-required', on: { verify: {} } }),
    });
    await untilText(element, message('challenge.code.heading'));
    await type(field(element), PLANTED.code);
    snapshot();
    button(element, message('code.submit')).click();
    await untilText(element, message('challenge.verified.heading'));
  },
  'signing in with a recovery code': async (snapshot) => {
    const { recoveryCodes } = PLANTED;
    const element = await show('mfa-login', {
      backend: scriptedBackend({ state: 'code-required', recoveryCodes }),
    });
    await untilText(element, message('challenge.code.heading'));
    button(element, message('challenge.code.use-recovery-code')).click();
    await untilText(element, message('challenge.recovery-code.heading'));
    await type(field(element), recoveryCodes[0]);
    snapshot();
    button(element, message('challenge.recovery-code.submit')).click();
    await untilText(element, message('challenge.verified.heading'));
  },
  'confirming with the password': async (snapshot) => {
    const element = await show('mfa-authenticators', {
      backend: scriptedBackend({
        state: 'verified',
        stepUp: ['password'],
        on: { stepUp: new MfaError('invalid-password', 'test') },
      }),
    });
    await untilText(element, messagePattern('authenticators.linked-on'));
    button(element, message('authenticators.unlink.label', SAMPLE.authenticator.name)).click();
    await untilText(element, message('authenticators.unlink.last'));
    button(element, message('authenticators.unlink.confirm')).click();
    await untilText(element, message('step-up.password.lead'));
    await type(field(element), PLANTED.password);
    snapshot();
    button(element, message('step-up.submit')).click();
    await untilText(element, message('error.invalid-password'));
  },
  'getting new recovery codes': async (snapshot) => {
    const { recoveryCodes } = PLANTED;
    const element = await show('mfa-recovery-codes', {
      backend: scriptedBackend({ state: 'verified', recoveryCodes }),
    });
    await untilText(element, message('recovery-codes.replace'));
    button(element, message('recovery-codes.replace')).click();
    await untilText(element, message('recovery-codes.replace.heading'));
    button(element, message('recovery-codes.replace.confirm')).click();
    await untilText(element, message('recovery-codes.new.heading.other'));
    await keepCodes(element);
    snapshot();
  },
};

describe('a session recorder (D6)', () => {
  const matchMedia = window.matchMedia.bind(window);
  let recording: Recording | undefined;
  let restorePrint: () => void;

  beforeEach(() => {
    restorePrint = printWith();
  });
  afterEach(() => {
    recording?.stop();
    restorePrint();
    printSheet()?.remove();
    window.matchMedia = matchMedia;
  });

  for (const [setUp, options] of Object.entries(SET_UPS)) {
    for (const [walk, take] of Object.entries(WALKS)) {
      it(`${setUp} reads no secret of ${walk} (C17)`, async () => {
        const started = (recording = new Recording(options));
        await take(() => started.takeSnapshot());
        await recorded();
        expect(tracesIn(started.json)).to.deep.equal([]);
        expect(started.json).not.to.include('otpauth:');
        // One by one, and in any order, they would still be the code.
        expect(started.texts.filter((read) => /^\d$/.test(read))).to.deep.equal([]);
      });
    }
  }

  it('does not read the drawing of the QR code, which is its secret', async () => {
    recording = new Recording();
    const element = await link();
    recording.takeSnapshot();
    const drawn = paths(element);
    expect(drawn).to.have.length(1);
    expect(drawn.some((path) => recording?.paths.includes(path))).to.equal(false);
  });

  it('does not read where the link on a phone leads', async () => {
    window.matchMedia = (query) =>
      query === HANDHELD
        ? Object.defineProperty(matchMedia(query), 'matches', { value: true })
        : matchMedia(query);
    recording = new Recording();
    const element = await link();
    recording.takeSnapshot();
    expect(allElements(element).some((it) => it.matches('a[href^="otpauth:"]'))).to.equal(true);
    expect(tracesIn(recording.json)).to.deep.equal([]);
    expect(recording.json).not.to.include('otpauth:');
  });

  for (const [setUp, options] of [
    ['that masks no input', SET_UPS['that masks no input']],
    [
      'that masks every input and knows no mark',
      { maskAllInputs: true, blockClass: 'no-such-class' },
    ],
  ] as const) {
    it(`${setUp} reads the same of any code`, async () => {
      const element = await show('mfa-code-input', {});
      await element.updateComplete;
      const input = field(element);
      // Not while it records: the first key would differ from the others.
      input.focus();
      recording = new Recording(options);
      await recorded();
      const read = [];
      for (const code of [PLANTED.code, '113355']) {
        const heard = recording.follow();
        await type(input, code);
        recording.takeSnapshot();
        read.push(heard());
        element.value = '';
        await recorded();
      }
      expect(read[0]).to.deep.equal(read[1]);
    });
  }

  it('that leaves out nothing reads them all: the page decides', async () => {
    const started = (recording = new Recording({ blockClass: 'no-such-class' }));
    const element = await link();
    const drawn = paths(element);
    await keepNewCodes(element);
    await recorded();
    expect(tracesIn(started.json)).to.include(PLANTED.code);
    expect(tracesIn(started.json)).to.have.length(1 + PLANTED.recoveryCodes.length);
    expect(started.texts).to.include.members(groupSecret(PLANTED.secret).split(' '));
    expect(drawn.every((path) => started.paths.includes(path))).to.equal(true);
  });
});
