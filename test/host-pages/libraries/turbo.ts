import { aTimeout } from '@open-wc/testing';
import * as Turbo from '@hotwired/turbo';
import { engine } from '../../support/engine.js';
import type { HostLibrary } from '../host-library.js';
import { markup, pageTree, type PageContent } from '../page-content.js';

const page = (content: PageContent): string => `<!doctype html>
  <html lang="nl">
    <head>
      <title>ProfiPortaal</title>
      <meta name="turbo-refresh-method" content="morph">
      <meta name="turbo-refresh-scroll" content="preserve">
    </head>
    <body>${markup(pageTree(content))}</body>
  </html>`;

/** The least time of a visit: WebKit refuses more than 100 changes of the history in 10 seconds. */
const PACE = engine === 'webkit' ? 250 : 0;

/** Goes to a page, and waits until Turbo shows it. */
async function visit(url: string, action: 'advance' | 'replace'): Promise<void> {
  if (PACE > 0) await aTimeout(PACE);
  const shown = rendered();
  Turbo.visit(url, { action });
  await shown;
}

const rendered = (): Promise<void> =>
  new Promise((resolve) => {
    document.addEventListener('turbo:load', () => resolve(), { once: true });
  });

/** Where the runner expects its page to be. */
const ADDRESS = location.href;

const close = (): void => history.replaceState(null, '', ADDRESS);

let pages = 0;

const newAddress = (): string => `/pages/${(pages += 1)}`;

/** The page fetches itself again, and Turbo morphs it: a visit that replaces the same address. */
export const turboMorph: HostLibrary = {
  name: 'Turbo’s page refreshes (morph)',
  emptiesInputs: true,
  rewrites: 40,
  async open(_root, content, server) {
    const address = newAddress();
    server.page = page(content);
    await visit(address, 'advance');
    return {
      show: (next) => {
        server.page = page(next);
        return visit(address, 'replace');
      },
      close,
    };
  },
};

/** Each page has another address, as when a person follows a link. */
export const turboVisit: HostLibrary = {
  name: 'Turbo’s visits',
  async open(_root, content, server) {
    const show = (next: PageContent): Promise<void> => {
      server.page = page(next);
      return visit(newAddress(), 'advance');
    };
    await show(content);
    return { show, close };
  },
};

/** Another page, and back: first the snapshot that Turbo has kept, then the page from the server. */
export const turboBack: HostLibrary = {
  name: 'Turbo’s way back',
  async open(_root, content, server) {
    server.page = page(content);
    await visit(newAddress(), 'advance');
    return {
      show: async (next) => {
        server.page = page({ ...next, element: null });
        await visit(newAddress(), 'advance');
        server.page = page(next);
        if (PACE > 0) await aTimeout(PACE);
        const back = rendered();
        history.back();
        await back;
      },
      close,
    };
  },
};
