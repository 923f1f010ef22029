import { parseUrl } from '../../../backend/urls.js';
import { permittedUrl } from '../../../backend/permitted-url.js';
import { reportMisconfiguration } from '../../../localization/report-misconfiguration.js';
import { webUrl } from '../../../backend/web-url.js';

/** The origin that a text names, when it is one of https and nothing more. */
function httpsOrigin(text: string): string | undefined {
  const url = parseUrl(text);
  return url?.protocol === 'https:' && url.href === `${url.origin}/` ? url.origin : undefined;
}

/**
 * The addresses that the page and the backend give a tag, made safe to link to and to go to.
 *
 * Whoever set the page up reads in the console, once, what was refused; the person at the page is
 * told nothing, and stays. An address is not repeated there: a server may have put a token in it.
 */
export class PageUrls {
  readonly #tag: string;
  readonly #reported = new Set<string>();

  constructor(tag: string) {
    this.#tag = tag;
  }

  /** An address to link to, as it was written; nothing for `javascript:` and its kind. */
  link(attribute: string, url: string | undefined): string | undefined {
    if (!url || webUrl(url, document.baseURI)) return url;
    this.#report(
      `${attribute} is no address of a web page: give a path, or a URL of http or https.`,
    );
    return undefined;
  }

  /**
   * Where to go: the first of these that stays on this site or on an allowed one (C29).
   *
   * @param targets What each address was called, and the address.
   * @param allowedOrigins Origins of https with spaces between them.
   * @param backendOrigin The origin of the backend, for a page of its own.
   */
  destination(
    targets: Readonly<Record<string, string | undefined>>,
    allowedOrigins?: string,
    backendOrigin?: string,
  ): string | undefined {
    // Not of `document.baseURI`: a `<base>` that leads elsewhere makes no other site of this one.
    const origins = [origin, backendOrigin ?? origin, ...this.#origins(allowedOrigins ?? '')];
    for (const [name, target] of Object.entries(targets)) {
      if (!target) continue;
      const url = permittedUrl(target, document.baseURI, origins);
      if (url) return url;
      this.#report(
        `${name} leads away from this site, so nobody is sent there: give a path, or name its origin in allowed-origins.`,
      );
    }
    return undefined;
  }

  #origins(text: string): string[] {
    return text.split(/\s+/).flatMap((word) => {
      const allowed = httpsOrigin(word);
      if (!allowed && word) {
        this.#report(
          `allowed-origins holds a word that is no origin of https: write it as https://portal.example.`,
        );
      }
      return allowed ?? [];
    });
  }

  #report(message: string): void {
    if (this.#reported.has(message)) return;
    this.#reported.add(message);
    reportMisconfiguration(this.#tag, message);
  }
}
