import {
  BARE,
  bundledChallenge,
  inputOtp,
  ionInputOtp,
  preloadedChallenge,
  scriptTagChallenge,
  scriptTagLogin,
} from '../pages/field-pages.js';
import { BenchTab } from '../bench-tab.js';
import type { BenchPage } from '../bench-page.js';
import { LOOPBACK_1, LOOPBACK_4, SLOW_4G_1, SLOW_4G_4, type Conditions } from '../conditions.js';
import { interleave } from '../interleave.js';
import { ratio, spread, SPREAD, table } from '../markdown.js';
import { runs, type Part, type Tools } from '../part.js';
import { summarize } from '../statistics.js';

const CONDITIONS = [LOOPBACK_1, LOOPBACK_4, SLOW_4G_1, SLOW_4G_4];

interface Case {
  readonly page: BenchPage;
  readonly conditions: Conditions;
}

/** Returns the milliseconds until the field of a page can be typed in. */
async function timeToField({ page, conditions }: Case, tools: Tools): Promise<number> {
  const tab = await BenchTab.open(tools.browser, tools.site, conditions);
  try {
    const { report } = await tab.load(page);
    return report.at;
  } finally {
    await tab.close();
  }
}

function tableOf(pages: readonly BenchPage[], conditions: Conditions, times: Map<Case, number[]>) {
  const timesOf = (page: BenchPage): number[] =>
    [...times].find(([one]) => one.page === page && one.conditions === conditions)?.[1] ?? [];
  const bare = summarize(timesOf(BARE));
  const rows = pages.map((page) => {
    const summary = summarize(timesOf(page));
    return [
      page.name,
      ratio(summary.median, bare.median),
      ratio(summary.least, bare.least),
      ...spread(summary),
    ];
  });
  return table([`${conditions.name}, ms`, 'median ÷ bare', 'minimum ÷ bare', ...SPREAD], rows);
}

const how = (rounds: number): string =>
  `Until the first frame in which a visible field has the focus and takes text, on the clock of the page: the same few lines look for it in every page. ${rounds} loads of each page, with an empty cache. “4×” is a device four times slower than this machine; “Slow 4G” is 1.6 Mbit/s with 150 ms a request.`;

export const navigation: Part = {
  title: 'From the navigation to a field that has the focus and can be typed in',
  measure: async (tools) => {
    const pages = [
      BARE,
      ionInputOtp(tools.bundles),
      inputOtp(tools.bundles),
      scriptTagChallenge(),
      await preloadedChallenge(),
      bundledChallenge(tools.bundles),
      scriptTagLogin(),
    ];
    const cases = CONDITIONS.flatMap((conditions) => pages.map((page) => ({ page, conditions })));
    const rounds = runs(7);
    const times = await interleave(cases, rounds, (one) => timeToField(one, tools));
    const tables = CONDITIONS.map((conditions) => tableOf(pages, conditions, times));
    return [how(rounds), ...tables].join('\n\n');
  },
};
