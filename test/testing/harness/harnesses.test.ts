import { expect } from '@open-wc/testing';
import '../../support/define-all.js';
import { setLocale } from '../../../src/index.js';
import {
  AuthenticatorsHarness,
  ChallengeHarness,
  CodeInputHarness,
  LoginHarness,
  QrCodeHarness,
  RecoveryCodeListHarness,
  RecoveryCodesHarness,
  SAMPLE,
  scriptedBackend,
} from '../../../src/testing/index.js';
import { message, messagePattern } from '../../support/message.js';
import { show } from '../../support/page.js';

describe('a harness', () => {
  it('throws if its element is missing', () => {
    expect(() => ChallengeHarness.find()).to.throw('There is no <mfa-challenge> here.');
  });

  it('lists what can be pressed if something cannot', async () => {
    await show('mfa-challenge', { backend: scriptedBackend({ state: 'code-required' }) });
    const challenge = ChallengeHarness.find();
    await challenge.untilOffers('submit');
    let message = '';
    await challenge.press('unlink').catch((error: unknown) => (message = String(error)));
    expect(message).to.include('"unlink" cannot be pressed here: submit, use-recovery-code.');
  });

  it('reports what shows if something does not appear', async () => {
    const element = await show('mfa-code-input', { label: 'Code' });
    await element.updateComplete;
    const field = new CodeInputHarness(element);
    let message = '';
    await field.untilMessage('Fout', 20).catch((error: unknown) => (message = String(error)));
    expect(message).to.include('The message Fout did not come; it is "".');
  });

  for (const locale of ['nl', 'en'] as const) {
    it(`finds controls in ${locale} by their parts, not by their text`, async () => {
      await setLocale(locale);
      try {
        const backend = scriptedBackend({ state: 'code-required' });
        await show('mfa-challenge', { backend });
        const challenge = ChallengeHarness.find();
        await challenge.untilOffers('submit');
        await challenge.enterCode('000000');
        await challenge.untilMessage(/\S/);
        await challenge.enterCode(SAMPLE.code);
        await challenge.untilText(
          locale === 'nl' ? message('challenge.verified.heading') : 'You are signed in',
        );
      } finally {
        await setLocale('nl');
      }
    });
  }
});

describe('the harness of the code field', () => {
  async function codeField(): Promise<CodeInputHarness> {
    const element = await show('mfa-code-input', { label: 'Code', hint: 'Zes cijfers' });
    await element.updateComplete;
    return CodeInputHarness.find();
  }

  it('types, and reads what is visible', async () => {
    const field = await codeField();
    await field.type('12a3');
    expect(field.value).to.equal('123');
    expect(field.shown).to.equal('123...');
    expect(field.label).to.equal('Code');
    expect(field.description).to.equal('Zes cijfers');
  });

  it('pastes what holds one clear code, and reads why another text is refused', async () => {
    const field = await codeField();
    await field.paste('Je code is 123 456.');
    expect(field.value).to.equal('123456');
    await field.paste('1234567890');
    expect(field.value).to.equal('123456');
    await field.untilMessage(message('code.too-long', 6));
  });

  it('fills in and empties', async () => {
    const field = await codeField();
    await field.fill('１２３４５６');
    expect(field.value).to.equal('123456');
    await field.clear();
    expect(field.value).to.equal('');
  });
});

describe('the harnesses of the flows', () => {
  it('link an app and store the recovery codes', async () => {
    await show('mfa-login', { backend: scriptedBackend() });
    const login = LoginHarness.find();
    await login.untilText(message('enrollment.heading'));
    expect(login.due).to.equal('enrollment');
    const { enrollment } = login;
    await enrollment.untilOffers('submit');
    expect(enrollment.heading).to.equal(message('enrollment.heading'));
    expect(enrollment.key).to.equal(SAMPLE.secret);
    await enrollment.qrCode.settled();
    expect(enrollment.qrCode.isDrawn).to.equal(true);
    expect(enrollment.qrCode.name).to.equal(message('enrollment.qr.label'));

    await enrollment.enterCode(SAMPLE.code);
    await enrollment.untilOffers('continue');
    expect(enrollment.recoveryCodes.codes).to.deep.equal([...SAMPLE.recoveryCodes]);
    await enrollment.continue();
    expect(enrollment.message).to.include(message('recovery-code-list.reminder.other'));
    await enrollment.recoveryCodes.keep();
    await enrollment.continue();
    expect(enrollment.offers('continue')).to.equal(false);
  });

  it('sign in with a code, with this device remembered', async () => {
    const backend = scriptedBackend({ state: 'code-required' });
    await show('mfa-login', { backend, rememberDevice: true });
    const login = LoginHarness.find();
    await login.untilOffers('submit');
    await login.challenge.untilHeading(message('challenge.code.heading'));
    expect(login.due).to.equal('challenge');
    await login.challenge.rememberDevice();
    await login.challenge.enterCode(SAMPLE.code);
    await login.untilText(message('challenge.verified.heading'));
    expect(backend.calls.at(-1)?.input).to.deep.equal({ code: SAMPLE.code, rememberDevice: true });
  });

  it('sign in with a recovery code', async () => {
    const backend = scriptedBackend({ state: 'code-required' });
    await show('mfa-challenge', { backend });
    const challenge = ChallengeHarness.find();
    await challenge.untilOffers('use-recovery-code');
    await challenge.useRecoveryCode();
    await challenge.enterRecoveryCode('H7KQ-0000-0000');
    await challenge.untilMessage(message('error.invalid-recovery-code'));
    await challenge.useCode();
    await challenge.useRecoveryCode();
    await challenge.enterRecoveryCode(SAMPLE.recoveryCodes[0]);
    await challenge.untilText(message('challenge.verified.heading'));
  });

  it('store the new recovery code of a sign-in', async () => {
    const verifyRecoveryCode = { recoveryCodes: ['NIEUW-1111-AAAA'] };
    const backend = scriptedBackend({ state: 'code-required', on: { verifyRecoveryCode } });
    await show('mfa-challenge', { backend });
    const challenge = ChallengeHarness.find();
    await challenge.untilOffers('use-recovery-code');
    await challenge.useRecoveryCode();
    await challenge.enterRecoveryCode(SAMPLE.recoveryCodes[0]);
    await challenge.untilOffers('continue');
    expect(challenge.newRecoveryCodes.codes).to.deep.equal(['NIEUW-1111-AAAA']);
    await challenge.newRecoveryCodes.keep();
    await challenge.continue();
    await challenge.untilHeading(message('challenge.verified.heading'));
  });

  it('rename an app, and unlink it after a step-up with a password', async () => {
    const backend = scriptedBackend({ state: 'verified', stepUp: ['password'] });
    await show('mfa-authenticators', { backend });
    const apps = AuthenticatorsHarness.find();
    await apps.untilText(messagePattern('authenticators.linked-on'));
    expect(apps.names).to.deep.equal(['Google Authenticator']);
    await apps.rename('Google Authenticator', 'Werktelefoon');
    await apps.untilText(message('password.label'));
    await apps.confirmWithPassword(SAMPLE.password);
    await apps.untilText(message('authenticators.renamed', 'Werktelefoon'));
    expect(apps.names).to.deep.equal(['Werktelefoon']);

    await apps.unlink('Werktelefoon');
    await apps.cancel();
    expect(apps.names).to.deep.equal(['Werktelefoon']);
    await apps.unlink('Werktelefoon');
    await apps.confirm();
    await apps.untilText(message('authenticators.empty'));
    expect(apps.names).to.deep.equal([]);
  });

  it('generate recovery codes after a step-up with a code', async () => {
    const backend = scriptedBackend({ state: 'verified', stepUp: ['code'] });
    await show('mfa-recovery-codes', { backend });
    const recovery = RecoveryCodesHarness.find();
    await recovery.untilOffers('generate');
    await recovery.generate();
    await recovery.confirm();
    await recovery.untilText(message('code.label', 6));
    await recovery.confirmWithCode(SAMPLE.code);
    await recovery.untilOffers('continue');
    expect(recovery.list.codes).to.have.length(10);
    await recovery.list.keep();
    await recovery.continue();
    await recovery.untilOffers('generate');
  });

  it('find elements outside a flow', async () => {
    await show('mfa-qr-code', { value: SAMPLE.otpauthUri, label: 'QR' });
    const qrCode = QrCodeHarness.find();
    await qrCode.settled();
    expect(qrCode.name).to.equal('QR');
    await show('mfa-recovery-code-list', { codes: SAMPLE.recoveryCodes });
    const list = RecoveryCodeListHarness.find();
    await list.untilOffers('copy');
    expect(list.codes).to.have.length(10);
  });
});
