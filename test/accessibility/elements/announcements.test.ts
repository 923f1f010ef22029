import { expect, nextFrame } from '@open-wc/testing';
import '../../../src/elements/login/mfa-login.js';
import '../../../src/elements/recovery-codes/mfa-recovery-codes.js';
import { MfaError } from '../../../src/backend/mfa-error.js';
import { SAMPLE, scriptedBackend } from '../../../src/testing/index.js';
import { PENCIL } from '../../elements/authenticators/authenticators-page.js';
import { challenge, TO_RECOVERY, VERIFY } from '../../elements/challenge/challenge-page.js';
import { scanning, unfold } from '../../elements/enrollment/enrollment-page.js';
import { pinnedClock } from '../../elements/enrollment/pinned-clock.js';
import { counted, RENEW, RENEWED } from '../../elements/recovery-codes/recovery-codes-page.js';
import { pressKeys } from '../../support/engine.js';
import { stopTime } from '../../support/fake-time.js';
import { button, field, show, until, untilText } from '../../support/page.js';
import { Transcript } from './transcript.js';

const CODE_FIELD = 'focus: field "6-cijferige machtigingscode"';
const PASSWORD_FIELD = 'focus: field "Wachtwoord"';
const WRONG_PASSWORD = 'Dit wachtwoord klopt niet. Kijk het na en probeer het opnieuw.';
const OFFLINE = 'Er is geen internetverbinding. Controleer de verbinding en probeer het opnieuw.';
const REMINDER = 'Bewaar eerst je herstelcodes en zet dan het vinkje.';
const LINKED = 'Je Authenticator-app is gekoppeld aan ProfiPortaal';

describe('A8: all that a screen reader says by itself, in order and once', () => {
  let transcript: Transcript;

  beforeEach(() => {
    transcript = new Transcript();
  });

  afterEach(async () => {
    await nextFrame();
    const more = transcript.take();
    transcript.stop();
    expect(more, 'said after the test').to.deep.equal([]);
  });

  /** Waits until so much was said, and compares; what is said too much is found by the next one. */
  async function hears(...expected: string[]): Promise<void> {
    try {
      await until(() => transcript.lines.length >= expected.length, 'too little was said');
    } finally {
      expect(transcript.take()).to.deep.equal(expected);
    }
  }

  const type = (text: string) => pressKeys(...text);

  async function send(text: string): Promise<void> {
    await type(text);
    await pressKeys('Enter');
  }

  /** Goes to a button and presses it, with the keyboard. */
  async function press(within: HTMLElement, name: string): Promise<void> {
    const found = button(within, name);
    found.focus();
    await hears(`focus: button "${name}"`);
    await pressKeys('Enter');
  }

  describe('at sign-in', () => {
    it('a wrong code, a second one by the button, and the right one', async () => {
      const wrong = 'Deze code klopt niet. Vul de code in die nu in je Authenticator-app staat.';
      const { element, backend } = await challenge({ on: { verify: 'invalid-code' } });
      field(element).focus();
      await hears(CODE_FIELD);
      await send('111111');
      await hears(`alert: ${wrong}`);
      backend.on.verify = new MfaError('invalid-code', 'test', { attemptsLeft: 2 });
      await type('222222');
      await press(element, VERIFY);
      const left = `${wrong} Je kunt het nog 2 keer proberen.`;
      await hears(`${CODE_FIELD}, ${left}`);
      delete backend.on.verify;
      await send(SAMPLE.code);
      await hears('focus: heading "Je bent ingelogd"');
    });

    it('an account that is blocked', async () => {
      const { element } = await challenge({ on: { verify: 'locked' } });
      field(element).focus();
      await hears(CODE_FIELD);
      await send('111111');
      await hears(
        'alert: Inloggen met een code is geblokkeerd. Neem contact met ons op om de blokkade op te heffen.',
      );
    });

    it('the way of the recovery code', async () => {
      const { element } = await challenge();
      await press(element, TO_RECOVERY);
      await hears(
        'focus: field "Herstelcode", Neem de code precies over, met hoofdletters en streepjes.',
      );
      await send('AAAA');
      await hears(
        'alert: Deze herstelcode klopt niet of is al gebruikt. Kijk hem na of neem een andere.',
      );
      await pressKeys('Control+a');
      await send(SAMPLE.recoveryCodes[0]);
      await hears('focus: heading "Je bent ingelogd"');
    });

    it('a server that cannot be reached, twice, and then can', async () => {
      const backend = scriptedBackend({ on: { status: 'offline' } });
      const element = await show('mfa-login', { backend });
      await hears(`alert: ${OFFLINE}`);
      await press(element, 'Opnieuw proberen');
      await hears('focus: heading "Dit is niet gelukt"', `alert: ${OFFLINE}`);
      delete backend.on.status;
      await press(element, 'Opnieuw proberen');
      await hears('focus: heading "Koppel je Authenticator-app"');
    });

    it('the step that is looked up', async () => {
      const backend = scriptedBackend();
      const status = backend.hold('status');
      const element = await show('mfa-login', { backend });
      // With the page itself, which a reader begins to read then anyway.
      await hears('status: Een ogenblik, we zetten het inloggen klaar… (late)');
      status.proceed();
      await untilText(element, VERIFY);
    });
  });

  describe('while there is a wait', () => {
    const stopped = stopTime();

    it('its start, the last minute and its end', async () => {
      const retryAfter = 150;
      const { element } = await challenge({
        on: { verify: new MfaError('rate-limited', 'test', { retryAfter }) },
      });
      field(element).focus();
      await hears(CODE_FIELD);
      await send('111111');
      await hears('status: Er waren te veel pogingen. Probeer het over 3 minuten opnieuw.');
      const said: string[] = [];
      for (let second = 1; second <= retryAfter + 5; second += 1) {
        stopped.time.pass(1);
        await element.updateComplete;
        await nextFrame();
        said.push(...transcript.take().map((line) => `${second} s: ${line}`));
      }
      expect(said).to.deep.equal([
        '90 s: status: Je moet nog 60 seconden wachten.',
        '150 s: status: Je kunt het nu opnieuw proberen.',
      ]);
    });
  });

  describe('while an app is linked', () => {
    const clock = pinnedClock('2026-03-01T12:00:00Z');

    it('a wrong code, the recovery codes that come, and that they have to be kept', async () => {
      const { element, backend } = await scanning({}, { issuer: SAMPLE.issuer });
      backend.on.confirmEnrollment = 'code-reused';
      field(element).focus();
      await hears(CODE_FIELD);
      await send('111111');
      await hears(
        'alert: Deze code is al gebruikt. Wacht op de volgende code in je app en vul die in.',
      );
      delete backend.on.confirmEnrollment;
      await pressKeys('Control+a');
      await send(SAMPLE.code);
      await hears(`focus: heading "${LINKED}"`);
      await press(element, 'Verder naar ProfiPortaal');
      await hears(`focus: checkbox "Ik heb mijn herstelcodes bewaard", ${REMINDER}`);
    });

    it('that the key is copied, each time', async () => {
      const { element } = await scanning();
      await unfold(element, 'key');
      for (const time of ['once', 'and again']) {
        await press(element, 'Sleutel kopiëren');
        await hears('status: Gekopieerd');
        expect(transcript.lines, time).to.deep.equal([]);
        field(element).focus();
        await hears(CODE_FIELD);
      }
    });

    it('that time is running out, and that there is more', async () => {
      const { element } = await scanning();
      clock.now += 9 * 60_000;
      document.dispatchEvent(new Event('visibilitychange'));
      await hears('status: De tijd om te koppelen is bijna om. Heb je meer tijd nodig?');
      await press(element, 'Meer tijd');
      await hears(CODE_FIELD, 'status: Je hebt weer de tijd. Verder is alles hetzelfde gebleven.');
    });

    it('a QR code that was too late, and the next one', async () => {
      const { element, backend } = await scanning({
        on: { confirmEnrollment: 'enrollment-expired' },
      });
      field(element).focus();
      await hears(CODE_FIELD);
      await send('111111');
      await hears('focus: heading "De QR-code is verlopen"');
      const start = backend.hold('startEnrollment');
      await press(element, 'Nieuwe QR-code maken');
      await hears('status: De QR-code wordt gemaakt…');
      start.proceed();
      await hears('focus: heading "Koppel je Authenticator-app"');
    });
  });

  describe('among the linked apps', () => {
    it('a new name, a wrong password for it, and a link that goes', async () => {
      const backend = scriptedBackend({ state: 'verified', stepUp: ['password'] });
      const element = await show('mfa-authenticators', { backend });
      await untilText(element, 'Gekoppeld op');
      await press(element, PENCIL);
      await hears('focus: field "Naam van de app"');
      await send('Werk');
      await hears(PASSWORD_FIELD);
      await send('fout');
      await hears(`alert: ${WRONG_PASSWORD}`);
      await send(SAMPLE.password);
      await hears(
        'focus: button "Naam van Werk wijzigen"',
        'status: De naam is gewijzigd in Werk.',
      );
      await press(element, 'Koppeling met Werk verwijderen');
      await hears('focus: button "Annuleren"');
      await pressKeys('Shift+Tab');
      await hears('focus: button "Koppeling verwijderen"');
      await pressKeys('Enter');
      await hears(
        'focus: heading "Gekoppelde Authenticator-apps"',
        'status: De koppeling met Werk is verwijderd.',
      );
    });

    it('why a link stays', async () => {
      const backend = scriptedBackend({
        state: 'verified',
        on: { unlinkAuthenticator: 'offline' },
      });
      const element = await show('mfa-authenticators', { backend });
      await untilText(element, 'Gekoppeld op');
      const bin = `Koppeling met ${SAMPLE.authenticator.name} verwijderen`;
      await press(element, bin);
      await hears('focus: button "Annuleren"');
      await press(element, 'Koppeling verwijderen');
      await hears(`alert: ${OFFLINE}`);
      await pressKeys('Escape');
      await hears(`focus: button "${bin}"`);
    });
  });

  it('while recovery codes are made anew', async () => {
    const { element } = await counted({ stepUp: ['code'] });
    await press(element, RENEW);
    await hears('focus: button "Annuleren"');
    await press(element, 'Nieuwe codes maken');
    await hears(CODE_FIELD);
    await send('111111');
    await hears(
      'alert: Deze code klopt niet. Vul de code in die nu in je Authenticator-app staat.',
    );
    await send(SAMPLE.code);
    await hears('focus: heading "Bewaar je nieuwe herstelcodes"');
    await press(element, 'Klaar');
    await hears(`focus: checkbox "Ik heb mijn herstelcodes bewaard", ${REMINDER}`);
    await pressKeys('Space');
    await press(element, 'Klaar');
    await hears('focus: heading "Herstelcodes"', `status: ${RENEWED}`);
  });
});
