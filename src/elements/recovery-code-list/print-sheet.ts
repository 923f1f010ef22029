import {
  adoptStyles,
  css,
  render,
  type CSSResult,
  type ReactiveController,
  type ReactiveControllerHost,
  type TemplateResult,
} from 'lit';

/** Not a registered element: a name for the selector below that no page uses. */
const TAG = 'mfa-print-sheet';

const sheets = (): NodeListOf<Element> => document.querySelectorAll(`:root > ${TAG}`);

/** In a layer, because there `!important` wins from a page's `!important` outside one. */
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

/** Black on white, and on paper alone. */
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
 * Owns: a sheet that prints in place of the page (C12), and taking it away.
 * Does not own: what is on it.
 * Why like this: Safari prints the top document whatever is asked, so a frame is no way, and a new
 * window would be a second place for a secret. The sheet stands beside `<body>`, so one rule hides all
 * of the page, its loose text and its dialogs too. On phones `print()` returns at once and the
 * browser may draw the page again for another paper size, each time with an `afterprint`: there the
 * sheet stays until the person touches the page again. On a screen it shows nothing at any time.
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
   * Opens the print dialog of the browser with this and nothing else.
   *
   * @param content What is on the sheet. Whatever the page says about its own print is out of reach.
   * @param styles How it looks on paper.
   */
  print(content: TemplateResult, styles: CSSResult): void {
    this.remove();
    // One of another tag may still wait for a touch: it is not what is printed now.
    for (const other of sheets()) other.remove();
    const sheet = document.createElement(TAG);
    const tree = sheet.attachShadow({ mode: 'open' });
    adoptStyles(tree, [paper, styles]);
    render(content, tree);
    document.documentElement.append(sheet);
    if (onlySheet.styleSheet) document.adoptedStyleSheets.push(onlySheet.styleSheet);
    this.#sheet = sheet;
    this.#openDialog();
  }

  /** Takes the sheet away, and what was on it. */
  remove(): void {
    this.#waiting?.abort();
    this.#sheet?.remove();
    if (this.#sheet && sheets().length === 0) {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter(
        (styleSheet) => styleSheet !== onlySheet.styleSheet,
      );
    }
    this.#sheet = undefined;
  }

  #openDialog(): void {
    const waiting = new AbortController();
    const { signal } = waiting;
    const remove = (): void => this.remove();
    let isPrinted = false;
    this.#waiting = waiting;
    addEventListener('afterprint', () => (isPrinted = true), { signal });
    addEventListener('pagehide', remove, { signal });
    addEventListener('pointerdown', remove, { capture: true, signal });
    addEventListener('keydown', remove, { capture: true, signal });
    print();
    if (isPrinted) this.remove();
  }
}
