import { LitElement, html, nothing, svg } from 'lit';
import { property, state } from 'lit/decorators.js';
import { ifDefined } from 'lit/directives/if-defined.js';
import { parseOtpauthUri } from '../../otp/otpauth-uri.js';
import { encodeQr } from './qr-encoder.js';
import { qrPath, type QrPath } from './qr-path.js';
import { qrCodeStyles } from './qr-code-element.styles.js';

/** CSS px a module: 3 is the least a phone reads with ease, 4 is comfortable. */
const MODULE_SIZE = 4;

/**
 * The QR code that an authenticator app scans to add an account.
 *
 * Draws only an `otpauth://totp` URI that the apps accept, and nothing otherwise. The URI holds the
 * shared secret: it is a property only, and is neither in an attribute nor in the accessible name.
 * Show the key as text beside it, for whoever cannot scan.
 *
 * @summary QR code for an authenticator app
 * @csspart image - The drawing, its white edge included
 */
export class QrCodeElement extends LitElement {
  static override styles = qrCodeStyles;

  /** The accessible name, for example "QR code to add this account to your authenticator app". */
  @property() label = '';

  @state() private path: QrPath | undefined;

  #value = '';
  #failed = false;
  #drawing: Promise<void> | undefined;

  /** The `otpauth://totp` URI. Secret; '' takes the drawing away at once. */
  get value(): string {
    return this.#value;
  }

  set value(value: string | null | undefined) {
    if ((value ?? '') === this.#value) return;
    this.#value = value ?? '';
    this.#failed = false;
    this.path = undefined;
    this.#clear();
    this.#drawing = this.#value ? this.#draw(this.#value) : undefined;
  }

  /** Whether `value` is something that cannot be drawn: not an otpauth URI, or too long for a code. */
  get failed(): boolean {
    return this.#failed;
  }

  /** Resolves when the value is drawn, or when it is clear that it cannot be. */
  protected override async getUpdateComplete(): Promise<boolean> {
    await this.#drawing;
    return super.getUpdateComplete();
  }

  protected override render() {
    if (!this.path) return nothing;
    const { data, size } = this.path;
    const pixels = size * MODULE_SIZE;
    return html`<svg
      part="image"
      role="img"
      aria-label=${ifDefined(this.label || undefined)}
      viewBox="0 0 ${size} ${size}"
      width=${pixels}
      height=${pixels}
      shape-rendering="crispEdges"
    >
      ${svg`<rect width=${size} height=${size} fill="#fff"></rect><path d=${data} fill="#000"></path>`}
    </svg>`;
  }

  /** Does not wait for the next update: until then the old secret could still be scanned. */
  #clear(): void {
    if (this.hasUpdated) this.performUpdate();
  }

  async #draw(value: string): Promise<void> {
    let path: QrPath | undefined;
    try {
      parseOtpauthUri(value);
      path = qrPath(await encodeQr(value));
    } catch {
      // What was thrown is not passed on: it may repeat the value.
    }
    // Meanwhile another value may have come, or none.
    if (value !== this.#value) return;
    this.path = path;
    this.#failed = !path;
    this.requestUpdate();
  }
}
