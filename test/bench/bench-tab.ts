import type { Browser, BrowserContext, CDPSession, Page } from 'playwright';
import type { BenchPage } from './bench-page.js';
import type { BenchSite, Visit } from './bench-site.js';
import type { Conditions } from './conditions.js';
import type { Report } from './in-page/watch-page.js';
import { readEvents, Trace } from './trace.js';

/** The milliseconds after which a page that is not ready counts as broken. */
const TIMEOUT = 60_000;

/** A load of a page that has come to its goal. */
export interface Load {
  readonly report: Report;
  readonly visit: Visit;
}

/** The tasks of the main thread, what they do, and the marks of the page. More would slow the page down. */
const CATEGORIES = [
  'devtools.timeline',
  'disabled-by-default-devtools.timeline',
  'blink.user_timing',
];

/** A new tab of a browser that has nothing cached, on a slow device or network. */
export class BenchTab {
  readonly #browser: Browser;
  readonly #context: BrowserContext;
  readonly #site: BenchSite;

  private constructor(
    browser: Browser,
    context: BrowserContext,
    site: BenchSite,
    readonly page: Page,
    readonly session: CDPSession,
  ) {
    this.#browser = browser;
    this.#context = context;
    this.#site = site;
  }

  static async open(browser: Browser, site: BenchSite, conditions: Conditions): Promise<BenchTab> {
    const context = await browser.newContext({ viewport: { width: 800, height: 900 } });
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    // The page that is measured gets the process of this one, which is slowed down already.
    await page.goto(`${site.origin}/blank`);
    await session.send('Network.enable');
    await session.send('Network.setCacheDisabled', { cacheDisabled: true });
    if (conditions.network) {
      await session.send('Network.emulateNetworkConditions', conditions.network);
    }
    await session.send('Emulation.setCPUThrottlingRate', { rate: conditions.slowdown });
    return new BenchTab(browser, context, site, page, session);
  }

  /**
   * Loads a page and waits until it says that its goal is there.
   *
   * @throws {Error} If a script of the page fails, or the goal does not come.
   */
  async load({ name, html, account }: BenchPage): Promise<Load> {
    const { page } = this;
    const visit = this.#site.visit(html, account);
    let timer: NodeJS.Timeout | undefined;
    const failure = new Promise<never>((_resolve, reject) => {
      page.once('pageerror', (error) => reject(new Error(`${name}: ${error.message}`)));
      timer = setTimeout(() => reject(new Error(`${name} is not ready.`)), TIMEOUT);
    });
    try {
      await page.goto(visit.url, { waitUntil: 'commit' });
      return { visit, report: await Promise.race([visit.report, failure]) };
    } finally {
      clearTimeout(timer);
    }
  }

  /**
   * Traces what happens while a function runs.
   *
   * @param mark What the page marks while it runs.
   */
  async trace<Result>(
    mark: string,
    run: () => Promise<Result>,
  ): Promise<{ result: Result; trace: Trace }> {
    await this.#browser.startTracing(this.page, { categories: CATEGORIES });
    const result = await run();
    const buffer = await this.#browser.stopTracing();
    return { result, trace: new Trace(readEvents(buffer.toString('utf8')), mark) };
  }

  close(): Promise<void> {
    return this.#context.close();
  }
}
