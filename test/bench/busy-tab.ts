import type { Browser } from 'playwright';
import { pageScript } from '../tools/page-script.js';
import type { BenchSite } from './bench-site.js';
import { BenchTab } from './bench-tab.js';
import { LOOPBACK_1 } from './conditions.js';

const holdIdle = pageScript(new URL('./in-page/hold-idle.ts', import.meta.url));

/**
 * Opens a tab whose pages are never idle, so that what they load until their goal is there is the same on every
 * machine. `releaseIdle()` in the page ends that.
 */
export async function busyTab(browser: Browser, site: BenchSite): Promise<BenchTab> {
  const tab = await BenchTab.open(browser, site, LOOPBACK_1);
  await tab.page.addInitScript(holdIdle);
  return tab;
}
