import type { Browser } from 'playwright';
import type { BenchSite } from './bench-site.js';
import type { Bundles } from './bundles.js';

/** What parts measure with. */
export interface Tools {
  readonly browser: Browser;
  readonly site: BenchSite;
  readonly bundles: Bundles;
}

/** One thing that is measured. */
export interface Part {
  readonly title: string;
  /** Measures it, and returns what was found, as Markdown. */
  readonly measure: (tools: Tools) => Promise<string>;
}

/** Returns how often to measure: BENCH_RUNS, or the number that the part needs. */
export function runs(usual: number): number {
  const wanted = process.env.BENCH_RUNS;
  if (wanted === undefined) return usual;
  const count = Number(wanted);
  if (!Number.isInteger(count) || count < 1) {
    throw new Error(`BENCH_RUNS is ${wanted}, and has to be a whole number from 1.`);
  }
  return count;
}
