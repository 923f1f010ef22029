import { appended } from '../elements/code-input/framed-page.js';

/** A page in a frame that has no definitions yet. */
export interface UndefinedPage {
  readonly window: Window & typeof globalThis;
  readonly document: Document;
  /** Loads the definition of an element, as a script that arrives late does. */
  define(tag: string): Promise<void>;
}

/**
 * Mounts a page with this content and without a definition, until the test ends.
 *
 * @param width The width of the page in CSS px.
 */
export async function undefinedPage(markup = '', width = 640): Promise<UndefinedPage> {
  const frame = document.createElement('iframe');
  frame.width = String(width);
  frame.height = '600';
  frame.srcdoc = `<!doctype html><html lang="nl"><title>A page</title><body>${markup}</body></html>`;
  await appended(frame);
  const page = frame.contentDocument;
  const realm = frame.contentWindow as (Window & typeof globalThis) | null;
  if (!page || !realm) throw new Error('the frame has no page');
  return {
    window: realm,
    document: page,
    async define(tag) {
      const script = page.createElement('script');
      script.type = 'module';
      script.src = scriptOf(tag);
      await new Promise((resolve, reject) => {
        script.onload = resolve;
        script.onerror = () => reject(new Error(`${script.src} did not load`));
        page.head.append(script);
      });
    },
  };
}

/** Returns the URL of the module that registers an element. */
export const scriptOf = (tag: string): string =>
  `${location.origin}/src/elements/${tag.replace('mfa-', '')}/${tag}.ts`;
