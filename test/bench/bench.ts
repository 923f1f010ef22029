// npm run bench -- measures the size and the speed of the elements beside other code fields, and writes the guide
// "Size and speed". With names of parts (npm run bench -- bytes keys) it prints only these. BENCH_RUNS sets how often
// each thing is measured.
import { loadavg } from 'node:os';
import { build } from '../tools/build.mjs';
import { runOrPrintError } from '../../demo/tools/prepare.mjs';
import { launchChromium } from '../../demo/tools/browser/launch-chromium.mjs';
import { BenchSite } from './bench-site.js';
import { makeBundles } from './bundles.js';
import { chooseParts } from './choose-parts.js';
import { installPeers } from './peers.js';
import { caption, writeGuide, type Circumstances } from './write-guide.js';

/** Returns how many programs wanted a processor at once, on average of the last minute. */
const loadOfMinute = (): number => loadavg()[0] ?? NaN;

/** Runs parts, and returns what they have found, as Markdown. */
async function measure(
  names: readonly string[],
): Promise<{ text: string; circumstances: Circumstances }> {
  const parts = chooseParts(names);
  build('library');
  installPeers();
  const bundles = await makeBundles();
  const site = await BenchSite.start(bundles);
  const browser = await launchChromium();
  try {
    const texts: string[] = [];
    const loads = [loadOfMinute()];
    for (const { title, measure } of parts) {
      console.log(`${title}…`);
      texts.push(`### ${title}\n\n${await measure({ site, browser, bundles })}`);
      loads.push(loadOfMinute());
    }
    const circumstances = { date: new Date(), chromium: browser.version(), loads };
    return { text: texts.join('\n\n'), circumstances };
  } finally {
    await browser.close();
    await site.close();
  }
}

await runOrPrintError(async () => {
  const names = process.argv.slice(2);
  const started = performance.now();
  const { text, circumstances } = await measure(names);
  if (names.length > 0) console.log(`\n${caption(circumstances)}\n\n${text}\n`);
  else await writeGuide(text, circumstances);
  console.log(`${Math.round((performance.now() - started) / 1000)} seconds`);
});
