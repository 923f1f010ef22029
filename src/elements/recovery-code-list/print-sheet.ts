import {
  adoptStyles,
  css,
  html,
  render,
  type CSSResult,
  type ReactiveController,
  type ReactiveControllerHost,
  type TemplateResult,
} from 'lit';
import { contentDirection, contentLanguage } from '../../localization/content-language.js';
import { hiddenFromRecorders, hideFromRecorders } from '../shared/page/hide-from-recorders.js';

/** A name that no page uses, for the selector below. The element is never registered. */
const TAG = 'mfa-print-sheet';

/** Milliseconds within which a browser that can print says so with `beforeprint`. */
const OPENS_WITHIN = 1000;

const sheets = (): NodeListOf<Element> => document.querySelectorAll(`:root > ${TAG}`);

/** In a layer, because `!important` in a layer wins over a page's `!important` outside of layers. */
const onlySheet = css`
  @layer mfa-print {
    @media print {
      :root {
        display: block !important;
        block-size: auto !important;
        margin: 0 !important;
        padding: 0 !important;
        overflow: visible !important;
        visibility: visible !important;
        background: #fff !important;
      }

      :root::before,
      :root::after {
        content: none !important;
      }

      :root > :not(mfa-print-sheet) {
        display: none !important;
      }
    }
  }
`;

/** Black on white, and shown only on paper. */
const paper = css`
  :host {
    display: none !important;
  }

  @media print {
    :host {
      position: static !important;
      display: block !important;
      visibility: visible !important;
      opacity: 1 !important;
      color: #000 !important;
      color-scheme: light !important;
    }
  }
`;

/**
 * Prints a sheet in place of the page (C12), and removes it afterwards. On a screen the sheet is never
 * visible.
 *
 * Why a sheet in the page: Safari always prints the top document, so a frame does not work, and a new
 * window would be a second place that holds a secret. The sheet is a sibling of `<body>`, so one rule
 * hides the whole page, including loose text and dialogs.
 *
 * Why it may stay for a while: on phones `print()` returns at once, and the browser may lay the page
 * out again for another paper size, each time with an `afterprint` event. There the sheet stays until
 * the user touches the page again.
 *
 * Where printing is not possible, in a sandboxed frame or in the browser of an app, `print()` does nothing
 * and throws nothing, or does not exist.
 *
 * @example
 * ```ts
 * readonly #printSheet = new PrintSheet(this);
 *
 * #print(): void {
 *   this.#printSheet.print(html`<h1>${this.heading}</h1>`, css`h1 { font-size: 16pt; }`);
 * }
 * ```
 */
export class PrintSheet implements ReactiveController {
  #sheet: HTMLElement | undefined;
  #waiting: AbortController | undefined;

  constructor(host: ReactiveControllerHost) {
    host.addController(this);
  }

  hostDisconnected(): void {
    this.remove();
  }

  /**
   * Opens the print dialog of the browser with the sheet only.
   *
   * @param content The content of the sheet. The page's own print styles do not reach it.
   * @param styles The styles of the sheet.
   * @returns Whether the dialog opened.
   */
  print(content: TemplateResult, styles: CSSResult): Promise<boolean> {
    this.remove();
    // The sheet of another element may still wait for a touch.
    for (const other of sheets()) other.remove();
    const sheet = document.createElement(TAG);
    const tree = sheet.attachShadow({ mode: 'open' });
    adoptStyles(tree, [paper, styles]);
    // In both trees: some recorders look at the sheet only when it is added, others at each text.
    hideFromRecorders(sheet);
    render(html`<div ${hiddenFromRecorders()}>${content}</div>`, tree);
    this.#sheet = sheet;
    this.#attach();
    const language = contentLanguage(sheet);
    if (language) sheet.lang = language;
    sheet.dir = contentDirection(sheet) ?? '';
    return this.#openDialog();
  }

  /** Removes the sheet and its content. */
  remove(): void {
    this.#waiting?.abort();
    this.#detach();
    this.#sheet = undefined;
  }

  #attach(): void {
    if (!this.#sheet || this.#sheet.isConnected) return;
    document.documentElement.append(this.#sheet);
    if (onlySheet.styleSheet) document.adoptedStyleSheets.push(onlySheet.styleSheet);
  }

  #detach(): void {
    this.#sheet?.remove();
    if (!this.#sheet || sheets().length > 0) return;
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter(
      (styleSheet) => styleSheet !== onlySheet.styleSheet,
    );
  }

  async #openDialog(): Promise<boolean> {
    const waiting = new AbortController();
    const { signal } = waiting;
    const remove = (): void => this.remove();
    const opened = dialogOpened();
    let isPrinted = false;
    this.#waiting = waiting;
    addEventListener('afterprint', () => (isPrinted = true), { signal });
    addEventListener('pagehide', remove, { signal });
    addEventListener('pointerdown', remove, { capture: true, signal });
    addEventListener('keydown', remove, { capture: true, signal });
    try {
      print();
    } catch {
      // There is no such function, or the page has replaced it.
    }
    if (isPrinted) this.remove();
    const isOpened = await opened;
    if (!isOpened && !signal.aborted) {
      this.#detach();
      // A slow phone, or one that asks the user first, lays the page out after this event.
      addEventListener('beforeprint', () => this.#attach(), { signal });
    }
    return isOpened;
  }
}

function dialogOpened(): Promise<boolean> {
  const signal = AbortSignal.timeout(OPENS_WITHIN);
  return new Promise((resolve) => {
    signal.addEventListener('abort', () => resolve(false));
    for (const type of ['beforeprint', 'afterprint'])
      addEventListener(type, () => resolve(true), { signal });
  });
}
