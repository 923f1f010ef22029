import type { BenchPage } from './bench-page.js';
import type { SentFile } from './bench-site.js';
import { busyTab } from './busy-tab.js';
import type { Tools } from './part.js';

/** Returns the files that a page asks for until its goal is there, without those that wait until it is idle. */
export async function filesUntilReady(
  page: BenchPage,
  { browser, site }: Pick<Tools, 'browser' | 'site'>,
): Promise<readonly SentFile[]> {
  const tab = await busyTab(browser, site);
  try {
    const { visit } = await tab.load(page);
    return [...visit.sent];
  } finally {
    await tab.close();
  }
}

/** Returns the bytes of files together. */
export const sumOf = (files: readonly SentFile[]): number =>
  files.reduce((sum, { bytes }) => sum + bytes, 0);
