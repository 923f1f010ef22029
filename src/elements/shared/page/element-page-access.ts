import type { MfaOperation } from '../../../backend/backend.js';
import type { Departure, PageAccess } from '../../../backend/http/page-access.js';
import { parseUrl } from '../../../backend/urls.js';
import { MfaNavigateEvent, MfaTokensEvent } from '../../events.js';
import { pageBase, type PageUrls } from './page-urls.js';
import { postForm } from './post-form.js';

/** An element on which the page names the origins that it may navigate to. */
type NavigatingElement = HTMLElement & {
  readonly allowedOrigins?: string | undefined;
  readonly baseUrl?: string | undefined;
};

/**
 * Gives the backend of an element access to the page: to leave it for a page of the backend, and to
 * hand auth tokens to it. {@link PageUrls} decides which URLs are safe.
 */
export class ElementPageAccess implements PageAccess {
  readonly #element: NavigatingElement;
  readonly #urls: PageUrls;
  /** Whether the user did anything in the element since it left the page last. */
  #userActed = false;

  constructor(element: NavigatingElement, urls: PageUrls) {
    this.#element = element;
    this.#urls = urls;
    for (const type of ['click', 'input'])
      element.addEventListener(type, () => (this.#userActed = true));
  }

  /**
   * Leaves the page, unless the URL's origin is not allowed or the page cancels `mfa-navigate`.
   *
   * If the user did nothing that led to it, Back does not return to this page: it would leave again.
   * (A browser passes over such a page by itself if a form left it.)
   */
  leave({ url, method, fields }: Departure): boolean {
    const element = this.#element;
    // A disconnected element must not navigate.
    const permitted = element.isConnected ? this.#permitted(url) : undefined;
    if (!permitted || !element.dispatchEvent(new MfaNavigateEvent(permitted))) return false;
    if (method === 'POST') postForm(permitted, fields);
    else location[this.#userActed ? 'assign' : 'replace'](permitted);
    this.#userActed = false;
    return true;
  }

  storeAuthTokens(tokens: Readonly<Record<string, string>>, operation: MfaOperation): void {
    this.#element.dispatchEvent(new MfaTokensEvent(operation, tokens));
  }

  /** Allows the backend's origin too, which the page's owner named by `base-url`. */
  #permitted(url: string): string | undefined {
    const { allowedOrigins, baseUrl } = this.#element;
    const backend = parseUrl(baseUrl ?? '', pageBase());
    return this.#urls.destination(
      { "The backend's own page": url },
      allowedOrigins,
      backend?.origin,
    );
  }
}
