import {
  AuthenticatorsHarness,
  ChallengeHarness,
  EnrollmentHarness,
  RecoveryCodeListHarness,
  RecoveryCodesHarness,
} from '../../src/testing/index.js';
import { TYPED, type Act } from './recording.js';
import type { WalkPage } from './walk-page.js';

/** Performs an action of the person, with the shipped harnesses. */
export async function performAction(act: Act, page: WalkPage): Promise<void> {
  switch (act) {
    case 'open':
      return page.open();
    case 'wrong code':
      return enterCode(page, TYPED.wrongCode);
    case 'right code':
      return enterCode(page, TYPED.rightCode);
    case 'remember device and right code':
      await ChallengeHarness.find(page.tag).rememberDevice();
      return enterCode(page, TYPED.rightCode);
    case 'recovery code':
      return enterRecoveryCode(page);
    case 'password':
      return prove(page, 'password');
    case 'proof code':
      return prove(page, 'code');
    case 'cancel':
      return page.harness.press('cancel');
    case 'unlink':
      return unlink(page);
    case 'rename':
      return rename(page);
    case 'generate recovery codes':
      return generateRecoveryCodes(page);
    case 'new QR code':
      return page.harness.press('restart');
    case 'link another':
      return AuthenticatorsHarness.find(page.tag).linkAnother();
    case 'go on':
      return goOn(page);
  }
}

async function enterCode(page: WalkPage, code: string): Promise<void> {
  const asking = page.find(EnrollmentHarness) ?? ChallengeHarness.find(page.tag);
  await asking.enterCode(code);
}

async function enterRecoveryCode(page: WalkPage): Promise<void> {
  const challenge = ChallengeHarness.find(page.tag);
  if (challenge.offers('use-recovery-code')) await challenge.useRecoveryCode();
  await challenge.enterRecoveryCode(TYPED.recoveryCode);
}

/** Gives a proof. If the other proof is asked for first, switches to this one. */
async function prove({ harness }: WalkPage, proof: 'password' | 'code'): Promise<void> {
  if (harness.offers(`use-${proof}`)) await harness.press(`use-${proof}`);
  if (proof === 'password') await harness.confirmWithPassword(TYPED.password);
  else await harness.confirmWithCode(TYPED.rightCode);
}

const firstName = ({ names }: AuthenticatorsHarness): string => {
  const [name] = names;
  if (name === undefined) throw new Error('No app is in the list.');
  return name;
};

async function unlink({ tag }: WalkPage): Promise<void> {
  const list = AuthenticatorsHarness.find(tag);
  await list.unlink(firstName(list));
  await list.confirm();
}

async function rename({ tag }: WalkPage): Promise<void> {
  const list = AuthenticatorsHarness.find(tag);
  await list.rename(firstName(list), TYPED.name);
}

async function generateRecoveryCodes({ tag }: WalkPage): Promise<void> {
  const codes = RecoveryCodesHarness.find(tag);
  // If no request is sent first, the element may not have started yet.
  await codes.untilOffers('generate');
  await codes.generate();
  await codes.confirm();
}

async function goOn(page: WalkPage): Promise<void> {
  await page.find(RecoveryCodeListHarness)?.keep();
  await page.harness.press('continue');
}
