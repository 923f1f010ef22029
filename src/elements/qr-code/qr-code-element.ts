import { html, nothing, supportsAdoptingStyleSheets, svg, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { msg } from '../../localization/msg.js';
import { contentLanguage } from '../../localization/content-language.js';
import { ForgetController } from '../../flow/forget-controller.js';
import { parseOtpauthUri } from '../../otp/otpauth-uri.js';
import { UpgradedElement } from '../shared/base/upgraded-element.js';
import { hiddenFromRecorders } from '../shared/page/hide-from-recorders.js';
import { InversionController } from './inversion-controller.js';
import { PixelGrid } from './pixel-grid.js';
import { encodeQr } from './qr-encoder.js';
import { QUIET_ZONE, qrPath, type QrPath } from './qr-path.js';
import { qrSize } from './qr-size.js';
import { leastSize, qrCodeStyles } from './qr-code-element.styles.js';

/** CSS px per module, where there is room: comfortable to scan. */
const MODULE_SIZE = 4;

/** CSS px per module that no layout makes smaller: the least that a phone reads with ease. */
const LEAST_MODULE_SIZE = 3;

/** Milliseconds that the encoder may take to load before the element says so, as long as a locale may take. */
const ENCODER_TIMEOUT = 3000;

/** Makes every pixel white, or black, whatever colour it was painted in; keeps what is transparent. */
const WHITE = '0 0 0 0 1  0 0 0 0 1  0 0 0 0 1  0 0 0 1 0';
const BLACK = '0 0 0 0 0  0 0 0 0 0  0 0 0 0 0  0 0 0 1 0';

/**
 * The QR code that an authenticator app scans to add an account.
 *
 * Draws only an `otpauth://totp` URI that the apps accept, and otherwise nothing. The URI holds the
 * shared secret: it is a property only, and is neither in an attribute nor in the accessible name. An
 * attribute `value` is removed at once, and the console says so.
 * Show the key as text beside it, for users who cannot scan (pitfall 14).
 *
 * Has no `size`: the length of the URI decides the number of modules, and a module is 4 CSS px. Where
 * there is less room it becomes smaller, but no smaller than phones read: never less than 3 CSS px a
 * module, whatever the layout. A code that does not fit then scrolls in its own box.
 *
 * It is black on white where the page, the browser or an extension recolours the page, and turns itself
 * back where a filter on the page inverts it. Nothing helps against what recolours the screen itself, or
 * an overlay that blends with the page.
 *
 * It forgets the value when it is removed from the page and when the page is left (C9, C10), not when it is
 * only moved. To show it again, set `value` again: when the element is back, and at `pageshow`, because a page
 * that returns from history has an empty one.
 *
 * The encoder is loaded when the first value is set; meanwhile the space for the code is reserved, so
 * that the layout does not shift. If it does not come within three seconds, a message takes its place. If
 * it comes later, the code is drawn all the same.
 *
 * @summary QR code for an authenticator app
 * @tag mfa-qr-code
 * @fires {Event} load - The value is drawn.
 * @fires {Event} error - The value is not drawn: see `failed`.
 * @csspart image - The drawing, including its white edge
 * @csspart error - The message in place of the drawing
 * @cssproperty [--mfa-radius=10px] - Corners of the white edge, as far as the drawing leaves room
 */
export class QrCodeElement extends UpgradedElement {
  static override styles = qrCodeStyles;
  static override readonly secretAttributes = { value: (text: string) => text };

  /** The accessible name; by default "QR code for your authenticator app" in the page's language. */
  @property() label = '';

  /** The `otpauth://totp` URI. Secret; '' removes the drawing at once. */
  get value(): string {
    return this.#value;
  }

  set value(value: string | null | undefined) {
    // A script may also pass a URL.
    const text = String(value ?? '');
    if (text === this.#value) return;
    this.#value = text;
    this.#failed = text !== '' && !(isUri(text) && qrSize(text));
    this.path = undefined;
    this.requestUpdate();
    // Does not wait for the next update: until then the old secret could still be scanned.
    if (this.hasUpdated) this.performUpdate();
    this.#drawing = text ? this.#draw(text) : undefined;
  }

  @state() private path: QrPath | undefined;

  #value = '';
  #failed = false;
  #drawing: Promise<void> | undefined;
  readonly #grid = new PixelGrid(this, '[part=image]');
  readonly #inversion = new InversionController(this);
  /** The least size of this code. A style sheet, since strict pages have no style attributes. */
  #leastSize: CSSStyleSheet | undefined;

  constructor() {
    super();
    new ForgetController(this, () => (this.value = ''));
  }

  override adoptedCallback(): void {
    super.adoptedCallback();
    if (!this.shadowRoot) return;
    this.#adoptLeastSize(this.shadowRoot);
    this.requestUpdate();
  }

  /**
   * Whether `value` is not drawn: it is not an otpauth URI or too long for a QR code, or the encoder has
   * not loaded in time.
   */
  get failed(): boolean {
    return this.#failed;
  }

  /** Resolves when the value is drawn, or has failed to be. */
  protected override async getUpdateComplete(): Promise<boolean> {
    await this.#drawing;
    return super.getUpdateComplete();
  }

  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    const root = super.createRenderRoot();
    this.#adoptLeastSize(root);
    return root;
  }

  protected override render() {
    const size = this.#failed || !this.#value ? undefined : qrSize(this.#value);
    const units = this.path?.size ?? (size && size + 2 * QUIET_ZONE);
    this.#leastSize?.replaceSync(units ? leastSize(units * LEAST_MODULE_SIZE) : '');
    if (this.path) return this.#renderImage(this.path);
    if (units) return renderSpace(units);
    // A value that is no URI is a mistake of the page, which the user cannot do anything about.
    return this.#failed && isUri(this.#value) ? this.#renderFailure() : nothing;
  }

  #renderFailure(): TemplateResult {
    return html`<p
      class="failure"
      part="error"
      role="alert"
      lang=${contentLanguage(this) ?? nothing}
    >
      ${msg('The QR code cannot be shown now. Enter the key in the app instead.', {
        id: 'qr-code.failed',
        desc: 'Linking an app, step 2: in place of the QR code; the key is shown near it',
      })}
    </p>`;
  }

  #renderImage({ data, size }: QrPath): TemplateResult {
    const { start, side, even } = this.#grid.viewport(size);
    return renderBox(
      size,
      html`<svg
        class=${this.#inversion.check() ? 'drawing inverted' : 'drawing'}
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
        width=${size * MODULE_SIZE}
        height=${size * MODULE_SIZE}
        shape-rendering=${even ? 'crispEdges' : 'auto'}
      >
        ${renderFilter('white', WHITE)}${renderFilter('black', BLACK)}
        ${svg`<rect x=${start} y=${start} width=${side} height=${side} fill="#fff" filter="url(#white)"></rect><path d=${data} fill="#000" filter="url(#black)"></path>`}
      </svg>`,
    );
  }

  #adoptLeastSize(root: HTMLElement | DocumentFragment): void {
    const { defaultView } = this.ownerDocument;
    if (!defaultView || !supportsAdoptingStyleSheets || !('adoptedStyleSheets' in root)) return;
    this.#leastSize = new defaultView.CSSStyleSheet();
    (root as ShadowRoot).adoptedStyleSheets.push(this.#leastSize);
  }

  /** Resolves when the value is drawn or has failed, and draws one that comes later. */
  #draw(value: string): Promise<void> {
    return new Promise((resolve) => {
      const settle = (path?: QrPath): void => {
        clearTimeout(timer);
        resolve();
        // The value may have changed meanwhile.
        if (value === this.#value) this.#show(path);
      };
      const timer = setTimeout(settle, ENCODER_TIMEOUT);
      // An error is not passed on: it may repeat the value.
      pathOf(value).then(settle, () => settle());
    });
  }

  #show(path: QrPath | undefined): void {
    this.path = path;
    this.#failed = !path;
    this.requestUpdate();
    this.dispatchEvent(new Event(path ? 'load' : 'error'));
  }
}

/** Renders an invisible drawing of the same size, which reserves the space for the code. */
function renderSpace(size: number): TemplateResult {
  const pixels = size * MODULE_SIZE;
  return renderBox(
    size,
    html`<svg
      class="drawing"
      aria-hidden="true"
      viewBox="0 0 ${size} ${size}"
      width=${pixels}
      height=${pixels}
    ></svg>`,
  );
}

/** Renders a drawing in a box that scrolls, and an invisible line that is as long as the code is wide. */
function renderBox(size: number, drawing: TemplateResult): TemplateResult {
  return html`<div class="box" ${hiddenFromRecorders()}>${drawing}</div>
    <svg class="line" aria-hidden="true" width=${size * MODULE_SIZE} height="0"></svg>`;
}

/**
 * Renders a filter that decides a colour. Extensions that make a page dark change `fill` in style sheets
 * and attributes, and do not know this.
 */
function renderFilter(id: string, matrix: string): TemplateResult<2> {
  return svg`<filter id=${id} x="0" y="0" width="1" height="1"><feColorMatrix values=${matrix}></feColorMatrix></filter>`;
}

const pathOf = async (value: string): Promise<QrPath> => {
  // Loads no encoder for what it would not draw.
  parseOtpauthUri(value);
  return qrPath(await encodeQr(value));
};

function isUri(text: string): boolean {
  try {
    parseOtpauthUri(text);
    return true;
  } catch {
    return false;
  }
}
