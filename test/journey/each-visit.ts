import { after, afterEach, before, beforeEach } from 'node:test';
import type { Browser, BrowserContextOptions } from 'playwright';
import type { OpenDatabase } from '../../demo/server/database/open-database.js';
import { openTestDatabase } from '../demo/server/portal-harness.js';
import { launchChromium } from '../../demo/tools/browser/launch-chromium.mjs';
import { runPortal, type RunningPortal } from '../../demo/tools/run-portal.js';
import { DESKTOP, Visitor } from './visitor.js';

/** Somebody new at a portal of their own. */
export interface Visit {
  readonly portal: RunningPortal;
  readonly visitor: Visitor;
}

/**
 * Gives each test of a file, or of a suite, a portal with an empty database and somebody new; one browser
 * and one database for all of them.
 *
 * @param begin What happens before each test.
 * @param options.device What they sit at; a desktop when left out.
 * @param options.open Opens the database; the one of the tests when left out.
 */
export function eachVisit(
  begin: (visit: Visit) => unknown,
  {
    device = DESKTOP,
    open = openTestDatabase,
  }: { device?: BrowserContextOptions; open?: () => Promise<OpenDatabase> } = {},
): void {
  let browser: Browser;
  let opened: OpenDatabase;
  /** Of what was opened, also when the next thing could not be: left open it would keep this process. */
  const closings: (() => Promise<void>)[] = [];
  let portal: RunningPortal;
  let visitor: Visitor;
  before(async () => {
    opened = await open();
    closings.push(() => opened.close());
    browser = await launchChromium();
    closings.push(() => browser.close());
  });
  after(async () => {
    for (const close of closings.reverse()) await close();
  });
  beforeEach(async () => {
    portal = await runPortal(opened.database);
    visitor = await Visitor.arrive(browser, portal, device);
    await begin({ portal, visitor });
  });
  afterEach(async () => {
    await visitor.leave();
    await portal.close();
  });
}
