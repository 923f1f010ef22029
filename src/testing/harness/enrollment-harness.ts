import type { EnrollmentElement } from '../../elements/enrollment/enrollment-element.js';
import { CodeInputHarness } from './code-input-harness.js';
import { FlowHarness } from './flow-harness.js';
import { QrCodeHarness } from './qr-code-harness.js';
import { RecoveryCodeListHarness } from './recovery-code-list-harness.js';

/** Drives an `mfa-enrollment`: linking an authenticator app. */
export class EnrollmentHarness extends FlowHarness<EnrollmentElement> {
  static readonly tag = 'mfa-enrollment';

  /** The code field. */
  get code(): CodeInputHarness {
    return CodeInputHarness.find(this.element);
  }

  /** The QR code, whether or not it is unfolded. */
  get qrCode(): QrCodeHarness {
    return QrCodeHarness.find(this.element);
  }

  /** The recovery codes, after linking. */
  get recoveryCodes(): RecoveryCodeListHarness {
    return RecoveryCodeListHarness.find(this.element);
  }

  /** The key for typing over, folded away or not; secret. Empty when the step has none. */
  get key(): string {
    const key = this.element.shadowRoot?.querySelector('[part~=key]');
    return key?.textContent.replaceAll(/\s/g, '') ?? '';
  }

  /** Types the first code of the app and sends it. */
  async enterCode(code: string): Promise<void> {
    await this.send(this.code, code);
  }

  /** Makes a new QR code in place of one that is too old. */
  async restart(): Promise<void> {
    await this.press('restart');
  }

  /** Stops linking, where the page allows that. */
  async cancel(): Promise<void> {
    await this.press('cancel');
  }

  /** Goes on to the site after linking. */
  async continue(): Promise<void> {
    await this.press('continue');
  }
}
