import type { ChallengeElement } from '../../elements/challenge/challenge-element.js';
import { CodeInputHarness } from './code-input-harness.js';
import { FlowHarness } from './flow-harness.js';
import { RecoveryCodeListHarness } from './recovery-code-list-harness.js';
import { TextFieldHarness } from './text-field-harness.js';

/** Drives an `mfa-challenge`: the code at sign-in. */
export class ChallengeHarness extends FlowHarness<ChallengeElement> {
  static readonly tag = 'mfa-challenge';

  /** The code field. */
  get code(): CodeInputHarness {
    return CodeInputHarness.find(this.element);
  }

  /** The field for a recovery code, after {@link useRecoveryCode}. */
  get recoveryCode(): TextFieldHarness {
    return TextFieldHarness.find(this.element);
  }

  /** The new recovery codes, where the server gave them after signing in. */
  get newRecoveryCodes(): RecoveryCodeListHarness {
    return RecoveryCodeListHarness.find(this.element);
  }

  /** Types the code of the app and sends it. */
  async enterCode(code: string): Promise<void> {
    await this.send(this.code, code);
  }

  /** Goes to the recovery code. */
  async useRecoveryCode(): Promise<void> {
    await this.press('use-recovery-code');
  }

  /** Goes back to the code of the app. */
  async useCode(): Promise<void> {
    await this.press('use-code');
  }

  /** Types a recovery code and sends it. */
  async enterRecoveryCode(recoveryCode: string): Promise<void> {
    await this.send(this.recoveryCode, recoveryCode);
  }

  /** Goes on after keeping new recovery codes, or after seeing that few are left. */
  async continue(): Promise<void> {
    await this.press('continue');
  }

  /** Ticks or unticks "remember this device". */
  async rememberDevice(remember = true): Promise<void> {
    await this.tick('remember-device', remember);
  }
}
