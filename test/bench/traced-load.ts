import type { BenchPage } from './bench-page.js';
import { BenchTab, type Load } from './bench-tab.js';
import type { Conditions } from './conditions.js';
import type { Tools } from './part.js';
import type { Span, Trace } from './trace.js';

/** A load of a page with what its main thread did. */
export interface TracedLoad extends Load {
  readonly trace: Trace;
  /** From the navigation to the paint of the goal. */
  readonly span: Span;
}

/** Loads a page in a new tab, and traces it until its goal is painted. */
export async function tracedLoad(
  page: BenchPage,
  conditions: Conditions,
  { browser, site }: Tools,
): Promise<TracedLoad> {
  const tab = await BenchTab.open(browser, site, conditions);
  try {
    const { result, trace } = await tab.trace('bench-goal', () => tab.load(page));
    const from = trace.timeOf(0, 'bench-goal');
    const to = trace.timeOf(result.report.paintedAt, 'bench-goal');
    return { ...result, trace, span: { from, to } };
  } finally {
    await tab.close();
  }
}
