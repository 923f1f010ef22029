import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import type { Browser } from 'playwright';
import { launchChromium } from '../../demo/tools/browser/launch-chromium.mjs';
import { ACCEPTS } from '../stories/accepted.js';
import { BenchSite } from './bench-site.js';
import { compareBudgets, type Budgets } from './compare-budgets.js';
import { measureFiles, measureModules, measurePages } from './measure-budgets.js';

/**
 * The accepted bytes. Every machine measures the same: the builds of two folders are equal byte by byte, and so are
 * the compressed files of Node 20.19 to 24, with Brotli 1.1.0 and 1.2.1. So there is no tolerance. A Brotli that
 * compresses otherwise would change most rows at once.
 */
const FILE = 'test/bench/budgets.json';

type Table = Readonly<Record<string, Budgets>>;

const accepted = () => JSON.parse(readFileSync(FILE, 'utf8')) as Table;

describe('The bytes of the library, compressed', () => {
  let browser: Browser;
  let site: BenchSite;
  const measured: Record<string, Budgets> = {};

  const GROUPS: Readonly<Record<string, () => Promise<Budgets> | Budgets>> = {
    modules: () => measureModules(),
    files: () => measureFiles(site),
    pages: () => measurePages(site, browser),
  };

  before(async () => {
    site = await BenchSite.start({});
    browser = await launchChromium();
  });
  after(async () => {
    await browser.close();
    await site.close();
    // If something could not be measured, the table stays as it is.
    const isWhole = Object.keys(GROUPS).every((name) => measured[name]);
    if (ACCEPTS && isWhole) writeFileSync(FILE, `${JSON.stringify(measured, undefined, 2)}\n`);
  });

  for (const [name, measure] of Object.entries(GROUPS)) {
    it(`are those of the accepted table: ${name}`, async () => {
      const bytes = (measured[name] = await measure());
      const complaints = ACCEPTS ? [] : compareBudgets(bytes, accepted()[name] ?? {});
      assert.ok(complaints.length === 0, `\n${complaints.join('\n')}`);
    });
  }
});
