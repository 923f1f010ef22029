/** A page in a frame, with its own viewport and without a defined element until it is upgraded. */
export interface FramedPage {
  readonly body: HTMLElement;
  /** Loads the script of the code field, as a slow page does after the first paint. */
  upgrade(): Promise<void>;
  /** The one field in the page. */
  readonly field: HTMLElementTagNameMap['mfa-code-input'];
  readonly input: HTMLInputElement;
}

const SCRIPT = new URL('../../../src/elements/code-input/mfa-code-input.ts', import.meta.url);

/**
 * Mounts a page as a server sent it, without its script yet.
 *
 * @param markup The content of the page.
 * @param width The width of the page in CSS px.
 */
export async function framedPage(markup: string, width = 320): Promise<FramedPage> {
  const frame = document.createElement('iframe');
  frame.width = String(width);
  frame.height = '400';
  frame.srcdoc = `<!doctype html><html lang="nl"><title>A page</title><body>${markup}</body></html>`;
  await appended(frame);
  const page = frame.contentDocument;
  const realm = frame.contentWindow;
  if (!page || !realm) throw new Error('the frame has no page');
  const find = <Found extends Element>(selector: string): Found => {
    const found = page.querySelector<Found>(selector);
    if (!found) throw new Error(`the page has no ${selector}`);
    return found;
  };
  const framed: FramedPage = {
    body: page.body,
    async upgrade() {
      const script = page.createElement('script');
      script.type = 'module';
      script.src = SCRIPT.href;
      page.head.append(script);
      await realm.customElements.whenDefined('mfa-code-input');
      await framed.field.updateComplete;
      // Firefox makes the editor of a slotted input anew, after it has laid it out: a key that comes before
      // that is lost. Nobody types so soon.
      framed.input.getBoundingClientRect();
      await new Promise((resolve) => setTimeout(resolve));
    },
    get field() {
      return find<HTMLElementTagNameMap['mfa-code-input']>('mfa-code-input');
    },
    get input() {
      return find<HTMLInputElement>('input');
    },
  };
  return framed;
}

/** Adds a frame until the test ends, and waits for its page. */
export async function appended(frame: HTMLIFrameElement): Promise<void> {
  frame.className = 'framed-page';
  document.body.append(frame);
  await loaded(frame);
}

/** Waits until the frame has loaded another page. */
export const loaded = (frame: HTMLIFrameElement): Promise<void> =>
  new Promise((resolve) => frame.addEventListener('load', () => resolve(), { once: true }));

afterEach(() => {
  for (const frame of document.querySelectorAll('.framed-page')) frame.remove();
});
