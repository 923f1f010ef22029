import { after, afterEach, before, beforeEach } from 'node:test';
import type { Browser, BrowserContextOptions } from 'playwright';
import type { OpenDatabase } from '../../demo/server/database/open-database.js';
import { openTestDatabase } from '../demo/server/portal-harness.js';
import { launchChromium } from '../../demo/tools/browser/launch-chromium.mjs';
import { runPortal, type RunningPortal } from '../../demo/tools/run-portal.js';
import { allowBundle, portalLibrary } from './packed-modules.js';
import { DESKTOP, Visitor } from './visitor.js';

/** A new user at their own portal. */
export interface Visit {
  readonly portal: RunningPortal;
  readonly visitor: Visitor;
}

/**
 * Gives each test of a file, or of a suite, a portal with an empty database and a new user. The tests share
 * one browser and one database server.
 *
 * @param begin Runs before each test.
 * @param options.device The device of the user, by default a desktop.
 * @param options.open Opens the database, by default that of the tests.
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
  /** Closes what was opened, also if opening the next fails. Otherwise this process could not end. */
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
    portal = await runPortal(opened.database, await portalLibrary());
    visitor = await Visitor.arrive(browser, portal, device);
    await allowBundle(visitor.page.context());
    await begin({ portal, visitor });
  });
  afterEach(async () => {
    await visitor.leave();
    await portal.close();
  });
}
