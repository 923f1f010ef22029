import type { ChallengeElement } from '../../elements/challenge/challenge-element.js';
import { CodeInputHarness } from './code-input-harness.js';
import { FlowHarness } from './flow-harness.js';
import { RecoveryCodeListHarness } from './recovery-code-list-harness.js';
import { TextFieldHarness } from './text-field-harness.js';

/**
 * Drives an `mfa-challenge`, which verifies a code at sign-in.
 *
 * @example
 * ```ts
 * const challenge = ChallengeHarness.find();
 * await challenge.enterCode('123456');
 * ```
 */
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

  /** The new recovery codes, if the server returned them with the sign-in. */
  get newRecoveryCodes(): RecoveryCodeListHarness {
    return RecoveryCodeListHarness.find(this.element);
  }

  /** Enters the code of the app and submits it. */
  async enterCode(code: string): Promise<void> {
    await this.send(CodeInputHarness, code);
  }

  /** Switches to the field for a recovery code. */
  async useRecoveryCode(): Promise<void> {
    await this.press('use-recovery-code');
  }

  /** Switches back to the code of the app. */
  async useCode(): Promise<void> {
    await this.press('use-code');
  }

  /** Enters a recovery code and submits it. */
  async enterRecoveryCode(recoveryCode: string): Promise<void> {
    await this.send(TextFieldHarness, recoveryCode);
  }

  /** Continues after new recovery codes, or after the notice that few are left. */
  async continue(): Promise<void> {
    await this.press('continue');
  }

  /** Checks or unchecks "remember this device". */
  async rememberDevice(remember = true): Promise<void> {
    await this.setChecked('remember-device', remember);
  }
}
