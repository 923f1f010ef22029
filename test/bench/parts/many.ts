import type { BenchPage } from '../bench-page.js';
import { LOOPBACK_1 } from '../conditions.js';
import { interleave } from '../interleave.js';
import { ratio, spread, SPREAD, table } from '../markdown.js';
import { settingsPage } from '../pages/account-pages.js';
import { BARE } from '../pages/field-pages.js';
import { COUNTS, TAGS, tagsPage } from '../pages/tags-page.js';
import { runs, type Part, type Tools } from '../part.js';
import { medianOf, summarize } from '../statistics.js';
import { tracedLoad } from '../traced-load.js';

const APPS = [10, 100, 1000];

async function threadOf(page: BenchPage, tools: Tools): Promise<number> {
  const { trace, span } = await tracedLoad(page, LOOPBACK_1, tools);
  return trace.threadMilliseconds(span);
}

export const many: Part = {
  title: 'Many apps in the list, and many tags on a page',
  measure: async (tools) => {
    const rounds = runs(5);
    const lists = APPS.map(settingsPage);
    const tags = COUNTS.flatMap((count) =>
      TAGS.map((tag) => ({ tag, count, page: tagsPage(tag, count) })),
    );
    const pages = [BARE, ...lists, ...tags.map(({ page }) => page)];
    const times = await interleave(pages, rounds, (page) => threadOf(page, tools));
    const timesOf = (page: BenchPage | undefined) => (page && times.get(page)) ?? [];
    const row = (page: BenchPage, base: BenchPage | undefined) => [
      page.name,
      ratio(medianOf(timesOf(page)), medianOf(timesOf(base))),
      ...spread(summarize(timesOf(page))),
    ];
    const inputs = (count: number) =>
      tags.find((one) => one.tag === 'input' && one.count === count)?.page;
    return [
      `What the main thread works from the navigation until all of it is painted (${LOOPBACK_1.name}), in ${rounds} loads each. Every page but those of inputs loads the script tag.`,
      table(
        ['list, thread ms', '÷ bare', ...SPREAD],
        [BARE, ...lists].map((page) => row(page, BARE)),
      ),
      table(
        ['tags, thread ms', '÷ as many inputs', ...SPREAD],
        tags.map(({ page, count }) => row(page, inputs(count))),
      ),
    ].join('\n\n');
  },
};
