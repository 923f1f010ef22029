import type { EnrollmentElement } from '../../elements/enrollment/enrollment-element.js';
import { CodeInputHarness } from './code-input-harness.js';
import { FlowHarness } from './flow-harness.js';
import { QrCodeHarness } from './qr-code-harness.js';
import { RecoveryCodeListHarness } from './recovery-code-list-harness.js';

/**
 * Drives an `mfa-enrollment`, which links an authenticator app.
 *
 * @example
 * ```ts
 * const enrollment = EnrollmentHarness.find();
 * await enrollment.enterCode('123456');
 * await enrollment.recoveryCodes.keep();
 * await enrollment.continue();
 * ```
 */
export class EnrollmentHarness extends FlowHarness<EnrollmentElement> {
  static readonly tag = 'mfa-enrollment';

  /** The code field. */
  get code(): CodeInputHarness {
    return CodeInputHarness.find(this.element);
  }

  /** The QR code, even if its section is collapsed. */
  get qrCode(): QrCodeHarness {
    return QrCodeHarness.find(this.element);
  }

  /** The recovery codes, after the enrollment. */
  get recoveryCodes(): RecoveryCodeListHarness {
    return RecoveryCodeListHarness.find(this.element);
  }

  /** The key for manual entry, even if its section is collapsed. Secret. Empty if the step has none. */
  get key(): string {
    const key = this.element.shadowRoot?.querySelector('[part~=key]');
    return key?.textContent.replaceAll(/\s/g, '') ?? '';
  }

  /** Enters the first code of the app and submits it. */
  async enterCode(code: string): Promise<void> {
    await this.send(CodeInputHarness, code);
  }

  /** Requests a new QR code in place of one that has expired. */
  async restart(): Promise<void> {
    await this.press('restart');
  }

  /** Cancels the enrollment, if the page allows that. */
  async cancel(): Promise<void> {
    await this.press('cancel');
  }

  /** Continues after the enrollment. */
  async continue(): Promise<void> {
    await this.press('continue');
  }
}
