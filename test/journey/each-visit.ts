import { after, afterEach, before, beforeEach } from 'node:test';
import type { Browser } from 'playwright';
import { runPortal, type RunningPortal } from './running-portal.js';
import { launchChromium } from '../tools/launch-chromium.mjs';
import { DESKTOP, Visitor } from './visitor.js';

/** Somebody new at a portal of their own. */
export interface Visit {
  readonly portal: RunningPortal;
  readonly visitor: Visitor;
}

/**
 * Gives each test of a file a portal with an empty database and somebody at a desktop; one browser
 * for all of them.
 *
 * @param begin What happens before each test.
 */
export function eachVisit(begin: (visit: Visit) => void | Promise<void>): void {
  let browser: Browser;
  let portal: RunningPortal;
  let visitor: Visitor;
  before(async () => {
    browser = await launchChromium();
  });
  after(() => browser.close());
  beforeEach(async () => {
    portal = await runPortal();
    visitor = await Visitor.arrive(browser, portal, DESKTOP);
    await begin({ portal, visitor });
  });
  afterEach(async () => {
    await visitor.leave();
    await portal.close();
  });
}
