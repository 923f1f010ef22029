import type { QrCodeElement } from '../../elements/qr-code/qr-code-element.js';
import { ElementHarness } from './element-harness.js';

/** Looks at an `mfa-qr-code`. */
export class QrCodeHarness extends ElementHarness<QrCodeElement> {
  static readonly tag = 'mfa-qr-code';

  /** Whether there is a drawing to scan. */
  get isDrawn(): boolean {
    return this.all('svg[role=img]').length > 0;
  }

  /** What a screen reader calls it. */
  get name(): string {
    return this.one('svg[role=img]').getAttribute('aria-label') ?? '';
  }

  /** Waits until it is drawn, or until it is clear that it cannot be. */
  async settled(): Promise<void> {
    await this.element.updateComplete;
  }
}
