import type { HostServer } from './host-server.js';
import type { PageContent } from './page-content.js';

/** An open page. */
export interface HostPage {
  /** Brings the page to this content, in the way of the library. */
  show(content: PageContent): void | Promise<void>;
  /** Ends what runs in the page. */
  close?(): void;
}

/** A library that changes pages, and the way in which it does. */
export interface HostLibrary {
  /** Its name, as its own documentation writes it, and what is used of it. */
  readonly name: string;
  /**
   * Shows a page for the first time.
   *
   * @param root The part of the document that is the library's.
   * @param server Sends the pages that the library fetches.
   */
  open(root: HTMLElement, content: PageContent, server: HostServer): HostPage | Promise<HostPage>;
  /** Whether it empties every input of the author that has no `value` in the new markup. */
  readonly emptiesInputs?: boolean;
  /** The rewrites of the count; fewer where each waits for the next frame. Default 200. */
  readonly rewrites?: number;
}
