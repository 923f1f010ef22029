import type { RecoveryCodeListElement } from '../../elements/recovery-code-list/recovery-code-list-element.js';
import { ElementHarness } from './element-harness.js';

/** Drives an `mfa-recovery-code-list`: codes to keep. */
export class RecoveryCodeListHarness extends ElementHarness<RecoveryCodeListElement> {
  static readonly tag = 'mfa-recovery-code-list';

  /** The codes as they can be read; secret. */
  get codes(): string[] {
    return this.all('[part~=recovery-code]').map(({ textContent }) => textContent.trim());
  }

  /** Says that the codes are kept, or takes that back. */
  async keep(kept = true): Promise<void> {
    await this.tick('kept', kept);
  }
}
