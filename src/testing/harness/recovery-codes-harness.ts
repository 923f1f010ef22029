import type { RecoveryCodesElement } from '../../elements/recovery-codes/recovery-codes-element.js';
import { FlowHarness } from './flow-harness.js';
import { RecoveryCodeListHarness } from './recovery-code-list-harness.js';

/** Drives an `mfa-recovery-codes`: how many are left, and making new ones. */
export class RecoveryCodesHarness extends FlowHarness<RecoveryCodesElement> {
  static readonly tag = 'mfa-recovery-codes';

  /** The new codes, while they show. */
  get list(): RecoveryCodeListHarness {
    return RecoveryCodeListHarness.find(this.element);
  }

  /** Asks for new codes: the question whether that is meant comes first. */
  async generate(): Promise<void> {
    await this.press('generate');
  }

  /** Says yes to the question that shows. */
  async confirm(): Promise<void> {
    await this.press('submit');
  }

  /** Says no to the question that shows. */
  async cancel(): Promise<void> {
    await this.press('cancel');
  }

  /** Goes on after keeping the new codes. */
  async continue(): Promise<void> {
    await this.press('continue');
  }
}
