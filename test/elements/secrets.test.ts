import { expect } from '@open-wc/testing';
import { MfaError } from '../../src/backend/mfa-error.js';
import '../../src/elements/authenticators/mfa-authenticators.js';
import '../../src/elements/login/mfa-login.js';
import { SAMPLE, scriptedBackend, type Scripts } from '../../src/testing/index.js';
import {
  attributes,
  CANARY,
  canaryEnrollment,
  Console,
  contents,
  lastingTraces,
  tracesIn,
} from '../support/canaries.js';
import { HeardEvents } from '../support/events.js';
import { button, everything, field, fill, show, until, untilText } from '../support/page.js';

const VERIFY = 'Code verifiëren';

describe('secrets', () => {
  const matchMedia = window.matchMedia.bind(window);
  let said: Console;
  let heard: HeardEvents;
  let page: Element;

  beforeEach(() => {
    said = new Console();
    heard = new HeardEvents();
  });

  afterEach(() => {
    said.stop();
    heard.stop();
    window.matchMedia = matchMedia;
  });

  /** What may hold no secret at any time. */
  async function expectNoLeak() {
    expect(await lastingTraces(), 'in what lasts').to.deep.equal([]);
    expect(tracesIn(attributes(page)), 'in an attribute').to.deep.equal([]);
    expect(tracesIn(said.said.join()), 'in the console').to.deep.equal([]);
    const details = heard.all.map(({ detail }) => JSON.stringify(structuredClone(detail)));
    expect(tracesIn(details.join()), 'in an event').to.deep.equal([]);
  }

  const enrolling = (on: Scripts = {}) =>
    scriptedBackend({
      on: {
        startEnrollment: canaryEnrollment,
        confirmEnrollment: {
          authenticator: SAMPLE.authenticator,
          recoveryCodes: CANARY.recoveryCodes,
        },
        ...on,
      },
    });

  async function scanning(on: Scripts = {}) {
    const element = await show('mfa-login', { backend: enrolling(on), successUrl: '/portaal' });
    page = element;
    await untilText(element, 'Vul de code in');
    await until(() => tracesIn(contents(element)).includes(CANARY.secret), 'no key shows');
    return element;
  }

  it('of linking are in text only, and nowhere once their step is over', async () => {
    const element = await scanning();
    await until(() => everything(element).some((it) => it.matches('svg[role=img]')), 'no QR code');
    await expectNoLeak();
    fill(field(element), CANARY.code);
    await expectNoLeak();
    button(element, VERIFY).click();
    await untilText(element, 'Bewaar je herstelcodes');
    expect(tracesIn(contents(element)).includes(CANARY.secret)).to.equal(false);
    expect(tracesIn(contents(element)).includes(CANARY.code)).to.equal(false);
    expect(tracesIn(contents(element))).to.have.length(2);
    await expectNoLeak();
    const box = everything(element).find((it) => it.matches('input[type=checkbox]'));
    (box as HTMLInputElement).click();
    button(element, 'Verder naar ProfiPortaal').click();
    await until(() => heard.names.includes('mfa-navigate'), 'nothing was left for');
    expect(tracesIn(contents(element))).to.deep.equal([]);
    await expectNoLeak();
  });

  it('on a phone are in the link that opens the app, and only while it shows', async () => {
    window.matchMedia = (query) =>
      Object.defineProperty(matchMedia(query), 'matches', { value: true });
    const element = await scanning();
    const links = () => everything(element).filter((it) => it.matches('a[href^="otpauth:"]'));
    expect(links()).to.have.length(1);
    await expectNoLeak();
    fill(field(element), CANARY.code);
    button(element, VERIFY).click();
    await untilText(element, 'Bewaar je herstelcodes');
    expect(links()).to.have.length(0);
    const hrefs = everything(element).map((it) => it.getAttribute('href') ?? '');
    expect(tracesIn(hrefs.join())).to.deep.equal([]);
  });

  for (const kind of ['invalid-code', 'enrollment-expired', 'signed-out', 'unexpected'] as const) {
    it(`of linking do not leak when a code meets ${kind}`, async () => {
      const element = await scanning({ confirmEnrollment: kind });
      fill(field(element), CANARY.code);
      button(element, VERIFY).click();
      await until(() => heard.names.includes('mfa-error'), 'no error was raised');
      await element.updateComplete;
      await expectNoLeak();
    });
  }

  it('that a backend throws by mistake are repeated nowhere', async () => {
    const element = await scanning({
      confirmEnrollment: () => {
        throw new Error(`${CANARY.code} is wrong for ${CANARY.secret}`);
      },
    });
    fill(field(element), CANARY.code);
    button(element, VERIFY).click();
    await untilText(element, 'Er ging iets mis aan onze kant.');
    await expectNoLeak();
  });

  it('of signing in are gone once it is done', async () => {
    const element = await show('mfa-login', {
      backend: scriptedBackend({ state: 'code-required', on: { verify: {} } }),
    });
    page = element;
    await untilText(element, 'Vul je code in');
    fill(field(element), CANARY.code);
    await expectNoLeak();
    button(element, VERIFY).click();
    await untilText(element, 'Je bent ingelogd');
    expect(tracesIn(contents(element))).to.deep.equal([]);
    await expectNoLeak();
  });

  it('of a recovery code are gone once it is spent', async () => {
    const [code] = CANARY.recoveryCodes;
    const recoveryCodes = CANARY.recoveryCodes;
    const element = await show('mfa-login', {
      backend: scriptedBackend({ state: 'code-required', recoveryCodes }),
    });
    page = element;
    await untilText(element, 'Vul je code in');
    button(element, 'Telefoon niet bij de hand? Gebruik een herstelcode').click();
    await untilText(element, 'Gebruik een herstelcode');
    fill(field(element), code);
    await expectNoLeak();
    button(element, 'Herstelcode verifiëren').click();
    await untilText(element, 'Je bent ingelogd');
    expect(tracesIn(contents(element))).to.deep.equal([]);
    await expectNoLeak();
  });

  it('of proving who is there are gone once that is done', async () => {
    const element = await show('mfa-authenticators', {
      backend: scriptedBackend({
        state: 'verified',
        stepUp: ['password'],
        on: { stepUp: new MfaError('invalid-password', 'test') },
      }),
    });
    page = element;
    await untilText(element, 'Gekoppeld op');
    button(element, `Koppeling met ${SAMPLE.authenticator.name} verwijderen`).click();
    await untilText(element, 'De volgende keer');
    button(element, 'Koppeling verwijderen').click();
    await untilText(element, 'Vul je wachtwoord in');
    fill(field(element), CANARY.password);
    await expectNoLeak();
    button(element, 'Bevestigen').click();
    await untilText(element, 'Dit wachtwoord klopt niet.');
    expect(tracesIn(contents(element))).to.deep.equal([]);
    await expectNoLeak();
  });

  it('are not copied with the element', async () => {
    const element = await scanning();
    const copy = element.cloneNode(true) as Element;
    expect(tracesIn(attributes(copy) + contents(copy))).to.deep.equal([]);
  });

  it('are not shared with another element', async () => {
    await scanning();
    const other = await show('mfa-login', { backend: scriptedBackend() });
    await untilText(other, 'Vul de code in');
    expect(tracesIn(contents(other))).to.deep.equal([]);
  });
});
