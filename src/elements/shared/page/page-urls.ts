import { parseUrl, parseWebUrl, permittedUrl } from '../../../backend/urls.js';
import { reportMisconfiguration } from '../../../localization/report-misconfiguration.js';

/**
 * Returns the URL that the paths of this page are relative to: that of its `<base>`, unless it leads
 * to another site. What the user types is sent there, so such a site has to be named in full (C46).
 */
export function pageBase(): string {
  const { baseURI } = document;
  return parseUrl(baseURI)?.origin === pageOrigin() ? baseURI : location.href;
}

/** Returns the origin of the page: "null" in a sandboxed frame, whatever its location. happy-dom has no `origin`. */
const pageOrigin = (): string => globalThis.origin ?? location.origin;

/** Returns the origin if a text is an https origin and nothing more. */
function httpsOrigin(text: string): string | undefined {
  const url = parseUrl(text);
  return url?.protocol === 'https:' && url.href === `${url.origin}/` ? url.origin : undefined;
}

/**
 * Makes the URLs that the page and the backend give an element safe to link to and to navigate to.
 *
 * A refused URL is reported once in the console, for the developer of the page. The user gets no
 * message and stays on the page. The report does not repeat the URL: a server may put a token in it.
 *
 * @example
 * ```ts
 * #urls = new PageUrls(this.localName);
 *
 * handleDone() {
 *   const url = this.#urls.destination({ 'success-url': this.successUrl }, this.allowedOrigins);
 *   if (url) location.assign(url);
 * }
 * ```
 */
export class PageUrls {
  readonly #tagName: string;
  readonly #reported = new Set<string>();

  constructor(tagName: string) {
    this.#tagName = tagName;
  }

  /** Returns a URL to link to as it is written; `undefined` for `javascript:` and the like. */
  link(attribute: string, url: string | undefined): string | undefined {
    if (!url || parseWebUrl(url, document.baseURI)) return url;
    this.#report(`${attribute} must be a path or an http(s) URL.`);
    return undefined;
  }

  /**
   * Returns the first URL that stays on this origin or on an allowed one (C29).
   *
   * @param targets The URLs, by the name that a report gives them.
   * @param allowedOrigins https origins, separated by spaces.
   * @param backendOrigin The origin of the backend, to navigate to its own page.
   */
  destination(
    targets: Readonly<Record<string, string | undefined>>,
    allowedOrigins?: string,
    backendOrigin?: string,
  ): string | undefined {
    // Not the origin of `document.baseURI`: a `<base>` that leads elsewhere does not change this site.
    const origin = pageOrigin();
    const origins = [origin, backendOrigin ?? origin, ...this.#origins(allowedOrigins ?? '')];
    for (const [name, target] of Object.entries(targets)) {
      if (!target) continue;
      const url = permittedUrl(target, document.baseURI, origins);
      if (url) return url;
      this.#report(
        `${name} leads to an origin that is not allowed: give a path, or add the origin to allowed-origins.`,
      );
    }
    return undefined;
  }

  #origins(text: string): string[] {
    return text.split(/\s+/).flatMap((origin) => {
      const allowed = httpsOrigin(origin);
      if (!allowed && origin) {
        this.#report(`allowed-origins must contain https origins, such as https://portal.example.`);
      }
      return allowed ?? [];
    });
  }

  #report(message: string): void {
    if (this.#reported.has(message)) return;
    this.#reported.add(message);
    reportMisconfiguration(this.#tagName, message);
  }
}
