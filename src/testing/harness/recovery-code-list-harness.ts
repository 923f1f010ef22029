import type { RecoveryCodeListElement } from '../../elements/recovery-code-list/recovery-code-list-element.js';
import { ElementHarness } from './element-harness.js';

/**
 * Drives an `mfa-recovery-code-list`, which shows recovery codes to store.
 *
 * @example
 * ```ts
 * const list = RecoveryCodeListHarness.find();
 * list.codes; // ['H7KQ-2MXR-9TPD', …]
 * await list.keep();
 * ```
 */
export class RecoveryCodeListHarness extends ElementHarness<RecoveryCodeListElement> {
  static readonly tag = 'mfa-recovery-code-list';

  /** The codes as displayed. Secret. */
  get codes(): string[] {
    return this.all('[part~=recovery-code]').map(({ textContent }) => textContent.trim());
  }

  /** Checks or unchecks the confirmation that the codes are stored. */
  async keep(kept = true): Promise<void> {
    await this.setChecked('kept', kept);
  }
}
