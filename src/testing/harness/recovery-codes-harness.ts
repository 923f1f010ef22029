import type { RecoveryCodesElement } from '../../elements/recovery-codes/recovery-codes-element.js';
import { FlowHarness } from './flow-harness.js';
import { RecoveryCodeListHarness } from './recovery-code-list-harness.js';

/**
 * Drives an `mfa-recovery-codes`, which shows how many codes are left and generates new ones.
 *
 * @example
 * ```ts
 * const recoveryCodes = RecoveryCodesHarness.find();
 * await recoveryCodes.generate();
 * await recoveryCodes.confirm();
 * ```
 */
export class RecoveryCodesHarness extends FlowHarness<RecoveryCodesElement> {
  static readonly tag = 'mfa-recovery-codes';

  /** The harness of the new codes, while they show. */
  get list(): RecoveryCodeListHarness {
    return RecoveryCodeListHarness.find(this.element);
  }

  /** Starts to generate new codes. A confirmation shows first: see {@link confirm}. */
  async generate(): Promise<void> {
    await this.press('generate');
  }

  /** Accepts the confirmation that shows. */
  async confirm(): Promise<void> {
    await this.press('submit');
  }

  /** Cancels the confirmation that shows. */
  async cancel(): Promise<void> {
    await this.press('cancel');
  }

  /** Continues after the new codes are stored. */
  async continue(): Promise<void> {
    await this.press('continue');
  }
}
