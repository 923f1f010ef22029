import '../support/define-all.js';
import {
  AuthenticatorsHarness,
  ChallengeHarness,
  EnrollmentHarness,
  RecoveryCodeListHarness,
  RecoveryCodesHarness,
  SAMPLE,
  scriptedBackend,
} from '../../src/testing/index.js';
import { message } from '../support/message.js';
import { allElements, show } from '../support/page.js';

const { name } = SAMPLE.authenticator;

async function showChallenge(script: Parameters<typeof scriptedBackend>[0] = {}) {
  const backend = scriptedBackend({ state: 'code-required', ...script });
  const element = await show('mfa-challenge', { backend, rememberDevice: true, helpUrl: '#help' });
  const harness = new ChallengeHarness(element);
  await harness.untilOffers('submit');
  return harness;
}

async function showAuthenticators(script: Parameters<typeof scriptedBackend>[0] = {}) {
  const backend = scriptedBackend({ state: 'verified', ...script });
  const harness = new AuthenticatorsHarness(await show('mfa-authenticators', { backend }));
  await harness.untilText(name);
  return harness;
}

async function showEnrollment(script: Parameters<typeof scriptedBackend>[0] = {}) {
  const backend = scriptedBackend({ state: 'enrollment-required', ...script });
  const harness = new EnrollmentHarness(await show('mfa-enrollment', { backend }));
  await harness.untilOffers('submit');
  return harness;
}

/** Renders the elements, with one function per screen. Together they paint every colour. */
export const SCREENS: Readonly<Record<string, () => Promise<unknown>>> = {
  'the code is asked, and was wrong': async () => {
    const challenge = await showChallenge();
    await challenge.enterCode('999999');
    await challenge.untilMessage(/./);
  },
  'the next try has to wait': async () => {
    const challenge = await showChallenge({ on: { verify: 'rate-limited' } });
    await challenge.enterCode('999999');
    await challenge.untilMessage(/./);
  },
  'the code could not be sent, and is kept': async () => {
    const challenge = await showChallenge({ on: { verify: 'offline' } });
    await challenge.enterCode('999999');
    await challenge.untilMessage(/./);
  },
  'a recovery code is asked': async () => {
    const challenge = await showChallenge();
    await challenge.useRecoveryCode();
    await challenge.recoveryCode.type('half');
  },
  'a QR code is to be scanned, everything unfolded, and the key copied': async () => {
    const { element } = await showEnrollment();
    for (const part of allElements(element))
      if (part instanceof HTMLDetailsElement) part.open = true;
    const copied = allElements(element).find((part) => part.matches('.copy-outcome'));
    copied?.classList.add('copy-outcome--copied');
    copied?.append('Copied');
  },
  'linked, and the recovery codes are not kept yet': async () => {
    const enrollment = await showEnrollment();
    await enrollment.enterCode(SAMPLE.code);
    await enrollment.untilOffers('continue');
    await enrollment.continue();
    await enrollment.untilText(message('recovery-code-list.reminder.other'));
  },
  'the codes were copied': async () => {
    const element = await show('mfa-recovery-code-list', { codes: ['ABCD-EFGH'] });
    await new RecoveryCodeListHarness(element).untilOffers('copy');
    const copied = allElements(element).find((part) => part.matches('.copy-outcome'));
    copied?.classList.add('copy-outcome--copied');
    copied?.append('Copied');
  },
  'the linked apps are listed': () => showAuthenticators(),
  'the linked apps are on their way': () =>
    show('mfa-authenticators', { backend: scriptedBackend({ delay: 1e6, state: 'verified' }) }),
  'the name of an app is refused': async () => {
    const list = await showAuthenticators({ on: { renameAuthenticator: 'offline' } });
    await list.rename(name, 'Work');
    await list.untilMessage(/./);
  },
  'it is asked whether a link should go': async () => {
    const list = await showAuthenticators();
    await list.unlink(name);
    await list.untilOffers('submit');
  },
  'it is asked who is there, with a wrong password': async () => {
    const list = await showAuthenticators({
      on: { unlinkAuthenticator: 'step-up-required', stepUp: 'invalid-password' },
    });
    await list.unlink(name);
    await list.confirm();
    await list.confirmWithPassword('wrong');
    await list.untilMessage(/./);
  },
  'a link is gone, which was the last': async () => {
    const list = await showAuthenticators();
    await list.unlink(name);
    await list.confirm();
    await list.untilMessage(/./);
  },
  'few recovery codes are left': async () => {
    const backend = scriptedBackend({
      state: 'verified',
      on: { recoveryCodesStatus: { total: 10, left: 2 } },
    });
    const codes = new RecoveryCodesHarness(await show('mfa-recovery-codes', { backend }));
    await codes.untilOffers('generate');
  },
  'something failed': async () => {
    const backend = scriptedBackend({ on: { status: 'offline' } });
    const element = await show('mfa-login', { backend });
    await new ChallengeHarness(element as never).untilOffers('retry');
  },
  'the page was set up wrongly': async () => {
    const element = await show('mfa-login', {});
    await new ChallengeHarness(element as never).untilMessage(/./);
  },
  'the sign-in is looked up': () => show('mfa-login', { backend: scriptedBackend({ delay: 1e6 }) }),
  'fields are disabled, only to read, or explained': async () => {
    await show('mfa-code-input', { label: 'Code', disabled: true, defaultValue: '123456' });
    await show('mfa-code-input', { label: 'Code', readonly: true, defaultValue: '123456' });
    await show('mfa-text-field', { label: 'Name', disabled: true, hint: 'A hint' });
    await show('mfa-text-field', { label: 'Name', readonly: true, error: 'An error' });
  },
};
