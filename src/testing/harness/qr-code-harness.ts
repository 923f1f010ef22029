import type { QrCodeElement } from '../../elements/qr-code/qr-code-element.js';
import { ElementHarness } from './element-harness.js';

/**
 * Reads an `mfa-qr-code`.
 *
 * @example
 * ```ts
 * const qrCode = QrCodeHarness.find();
 * await qrCode.settled();
 * qrCode.isDrawn; // true
 * ```
 */
export class QrCodeHarness extends ElementHarness<QrCodeElement> {
  static readonly tag = 'mfa-qr-code';

  /** Returns true if the QR code is drawn. */
  get isDrawn(): boolean {
    return this.all('svg[role=img]').length > 0;
  }

  /** The accessible name of the drawing. */
  get name(): string {
    return this.one('svg[role=img]').getAttribute('aria-label') ?? '';
  }

  /** Waits until the QR code is drawn, or has failed to be. */
  async settled(): Promise<void> {
    await this.element.updateComplete;
  }
}
