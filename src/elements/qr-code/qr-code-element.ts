import { html, nothing, svg, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { ref } from 'lit/directives/ref.js';
import { msg } from '../../localization/msg.js';
import { contentLanguage } from '../../localization/content-language.js';
import { parseOtpauthUri } from '../../otp/otpauth-uri.js';
import { UpgradedElement } from '../shared/base/upgraded-element.js';
import { PixelGrid } from './pixel-grid.js';
import { encodeQr } from './qr-encoder.js';
import { QUIET_ZONE, qrPath, type QrPath } from './qr-path.js';
import { qrSize } from './qr-size.js';
import { qrCodeStyles } from './qr-code-element.styles.js';

/** CSS px per module: 3 is the least that a phone reads with ease, 4 is comfortable. */
const MODULE_SIZE = 4;

/**
 * The QR code that an authenticator app scans to add an account.
 *
 * Draws only an `otpauth://totp` URI that the apps accept, and otherwise nothing. The URI holds the
 * shared secret: it is a property only, and is neither in an attribute nor in the accessible name.
 * Show the key as text beside it, for users who cannot scan (pitfall 14).
 *
 * Has no `size`: the length of the URI decides the number of modules, and each module has a fixed size
 * that phones read. CSS `inline-size` on the element makes it smaller.
 *
 * The encoder is loaded when the first value is set; meanwhile the space for the code is reserved, so
 * that the layout does not shift.
 *
 * @summary QR code for an authenticator app
 * @tag mfa-qr-code
 * @csspart image - The drawing, including its white edge
 * @cssproperty [--mfa-radius=10px] - Corners of the white edge, as far as the drawing leaves room
 */
export class QrCodeElement extends UpgradedElement {
  static override styles = qrCodeStyles;

  /** The accessible name; by default "QR code for your authenticator app" in the page's language. */
  @property() label = '';

  /** The `otpauth://totp` URI. Secret; '' removes the drawing at once. */
  get value(): string {
    return this.#value;
  }

  set value(value: string | null | undefined) {
    const text = value ?? '';
    if (text === this.#value) return;
    this.#value = text;
    this.#failed = text !== '' && !isDrawable(text);
    this.path = undefined;
    this.requestUpdate();
    // Does not wait for the next update: until then the old secret could still be scanned.
    if (this.hasUpdated) this.performUpdate();
    this.#drawing = text && !this.#failed ? this.#draw(text) : undefined;
  }

  @state() private path: QrPath | undefined;

  #value = '';
  #failed = false;
  #drawing: Promise<void> | undefined;
  readonly #grid = new PixelGrid(() => {
    this.requestUpdate();
  });

  /**
   * Whether `value` cannot be drawn: it is not an otpauth URI or too long for a QR code, or the encoder
   * did not load.
   */
  get failed(): boolean {
    return this.#failed;
  }

  /** Resolves when the value is drawn, or when it is clear that it cannot be. */
  protected override async getUpdateComplete(): Promise<boolean> {
    await this.#drawing;
    return super.getUpdateComplete();
  }

  protected override render() {
    if (this.path) return this.#renderImage(this.path);
    const size = this.#failed || !this.#value ? undefined : qrSize(this.#value);
    return size === undefined ? nothing : renderSpace(size + 2 * QUIET_ZONE);
  }

  #renderImage({ data, size }: QrPath): TemplateResult {
    const pixels = size * MODULE_SIZE;
    const { start, side, even } = this.#grid.viewport(size);
    return html`<svg
      part="image"
      role="img"
      lang=${(this.label ? undefined : contentLanguage(this)) ?? nothing}
      aria-label=${
        this.label ||
        msg('QR code for your authenticator app', {
          id: 'enrollment.qr.label',
          desc: 'Linking an app, step 2: name of the picture, for screen readers',
        })
      }
      viewBox="${start} ${start} ${side} ${side}"
      width=${pixels}
      height=${pixels}
      shape-rendering=${even ? 'crispEdges' : 'auto'}
      ${ref(this.#grid.observe)}
    >
      ${svg`<rect x=${start} y=${start} width=${side} height=${side} fill="#fff"></rect><path d=${data} fill="#000"></path>`}
    </svg>`;
  }

  async #draw(value: string): Promise<void> {
    let path: QrPath | undefined;
    try {
      path = qrPath(await encodeQr(value));
    } catch {
      // The error is not passed on: it may repeat the value.
    }
    // The value may have changed meanwhile.
    if (value !== this.#value) return;
    this.path = path;
    this.#failed = !path;
    this.requestUpdate();
  }
}

/** Renders an invisible drawing of the same size, which reserves the space for the code. */
function renderSpace(size: number): TemplateResult {
  const pixels = size * MODULE_SIZE;
  return html`<svg
    aria-hidden="true"
    viewBox="0 0 ${size} ${size}"
    width=${pixels}
    height=${pixels}
  ></svg>`;
}

function isDrawable(text: string): boolean {
  try {
    parseOtpauthUri(text);
  } catch {
    return false;
  }
  return qrSize(text) !== undefined;
}
