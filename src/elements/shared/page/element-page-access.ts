import type { MfaOperation } from '../../../backend/backend.js';
import type { Departure, PageAccess } from '../../../backend/http/page-access.js';
import { parseUrl } from '../../../backend/urls.js';
import { MfaNavigateEvent, MfaTokensEvent } from '../../events.js';
import { pageBase } from './page-base.js';
import type { PageUrls } from './page-urls.js';
import { postForm } from './post-form.js';

/** A tag, with what its page says about where it may lead. */
type Tag = HTMLElement & {
  readonly allowedOrigins?: string | undefined;
  readonly baseUrl?: string | undefined;
};

/**
 * Owns: what the backend of a tag does with the page around the tag: leave it for a page of its own,
 * and hand it tokens.
 * Does not own: when (the backend), or which addresses are safe ({@link PageUrls}).
 */
export class ElementPageAccess implements PageAccess {
  readonly #tag: Tag;
  readonly #urls: PageUrls;

  constructor(tag: Tag, urls: PageUrls) {
    this.#tag = tag;
    this.#urls = urls;
  }

  /** Leaves, unless the page's owner named no such site, or the page cancels `mfa-navigate`. */
  leave({ url, method, fields }: Departure): boolean {
    const tag = this.#tag;
    // Of a tag that was taken away nobody expects that it takes the page along.
    const permitted = tag.isConnected ? this.#permitted(url) : undefined;
    if (!permitted || !tag.dispatchEvent(new MfaNavigateEvent(permitted))) return false;
    if (method === 'POST') postForm(permitted, fields);
    else location.assign(permitted);
    return true;
  }

  keepTokens(tokens: Readonly<Record<string, string>>, operation: MfaOperation): void {
    this.#tag.dispatchEvent(new MfaTokensEvent(operation, tokens));
  }

  /** The owner of the page named the backend's origin by `base-url`. */
  #permitted(url: string): string | undefined {
    const { allowedOrigins, baseUrl } = this.#tag;
    const backend = parseUrl(baseUrl ?? '', pageBase());
    return this.#urls.destination(
      { "The backend's own page": url },
      allowedOrigins,
      backend?.origin,
    );
  }
}
