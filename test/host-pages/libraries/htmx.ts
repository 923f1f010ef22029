import htmx from 'htmx.org';
import type { HostLibrary, HostPage } from '../host-library.js';
import type { HostServer } from '../host-server.js';
import { markup, pageTree, type PageContent } from '../page-content.js';

/** Fetches markup from the server, and swaps it into the page. */
function load(server: HostServer, html: string, target: Element, swap: string): Promise<void> {
  server.page = html;
  return htmx.ajax('GET', '/pages/part', { target, swap });
}

function opened(
  root: HTMLElement,
  content: PageContent,
  show: (content: PageContent) => Promise<void>,
): HostPage {
  root.innerHTML = markup(pageTree(content));
  htmx.process(root);
  return { show };
}

/** The whole page from the server, by a way of swapping. */
const wholePage = (name: string, swap: string, rewrites: number): HostLibrary => ({
  name,
  rewrites,
  open: (root, content, server) =>
    opened(root, content, (next) => load(server, markup(pageTree(next)), root, swap)),
});

export const htmxMorph = wholePage('htmx’s swap innerMorph', 'innerMorph', 100);

export const htmxInner = wholePage('htmx’s swap innerHTML', 'innerHTML', 0);

export const htmxOuter: HostLibrary = {
  name: 'htmx’s swap outerHTML',
  open: (root, content, server) =>
    opened(root, content, (next) =>
      load(server, markup(pageTree(next)), root.querySelector('main') ?? root, 'outerHTML'),
    ),
};

/** The content of the element itself is the target, as of a help text that the server sends. */
export const htmxIntoElement: HostLibrary = {
  name: 'htmx’s swap innerHTML into the element',
  rewrites: 100,
  open(root, content, server) {
    const tag = content.element?.tag ?? '';
    return opened(root, content, ({ element, ...page }) => {
      const target = root.querySelector(tag);
      return target && element
        ? load(server, markup(element.child), target, 'innerHTML')
        : load(server, markup(pageTree({ element, ...page })), root, 'innerHTML');
    });
  },
};
