import { BenchTab } from '../bench-tab.js';
import type { BenchPage } from '../bench-page.js';
import { LOOPBACK_4 } from '../conditions.js';
import { interleave } from '../interleave.js';
import { ratio, short, spread, SPREAD, table } from '../markdown.js';
import {
  BARE,
  codeInput,
  inputOtp,
  ionInputOtp,
  scriptTagChallenge,
} from '../pages/field-pages.js';
import { runs, type Part, type Tools } from '../part.js';
import { medianOf, summarize } from '../statistics.js';
import type { Span, Trace } from '../trace.js';

/** One digit less than a code, which the elements would send. */
const DIGITS = '12345';

/** How often {@link DIGITS} are typed into a page. */
const TIMES = 5;

/** How long a key is held down, in milliseconds: longer than a transition. */
const HELD = 150;

/** What a key costs a page. */
interface Typed {
  /** From each key to the next frame on the screen, in milliseconds. */
  readonly latencies: readonly number[];
  /** For each key on average: */
  readonly stylePasses: number;
  readonly styleMilliseconds: number;
  readonly threadMilliseconds: number;
}

/** Marks a moment in the trace, when everything before it is painted. */
const markAfterPaint = (name: string) =>
  `new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => {
    performance.mark('${name}');
    resolve();
  })))`;

const VALUE = `[...document.querySelectorAll('input')].map(({ value }) => value).join('')`;

/** Types the digits, and deletes them again. */
async function typeOnce({ page }: BenchTab, name: string): Promise<void> {
  await page.evaluate(markAfterPaint('bench-typing'));
  for (const digit of DIGITS) {
    await page.keyboard.press(digit, { delay: HELD });
    await page.evaluate(markAfterPaint('bench-key'));
  }
  await page.evaluate(markAfterPaint('bench-typed'));
  const value: unknown = await page.evaluate(VALUE);
  if (value !== DIGITS) throw new Error(`${name} has ${String(value)} instead of ${DIGITS}.`);
  // A field of several inputs needs two for each digit: one deletes, one goes back.
  for (let key = 0; key < 2 * DIGITS.length; key += 1) await page.keyboard.press('Backspace');
}

/** Returns when digits were typed. */
function spansOf(trace: Trace): Span[] {
  const ends = trace.marksOf('bench-typed');
  return trace.marksOf('bench-typing').map((from, index) => ({ from, to: ends[index] ?? NaN }));
}

async function typeInto(page: BenchPage, { browser, site }: Tools): Promise<Typed> {
  const tab = await BenchTab.open(browser, site, LOOPBACK_4);
  try {
    await tab.load(page);
    const { trace } = await tab.trace('bench-typing', async () => {
      for (let time = 0; time < TIMES; time += 1) await typeOnce(tab, page.name);
    });
    const spans = spansOf(trace);
    const keys = spans.length * DIGITS.length;
    const perKey = (measure: (span: Span) => number): number =>
      spans.map(measure).reduce((sum, value) => sum + value, 0) / keys;
    return {
      latencies: spans.flatMap((span) => trace.eventTimings('keydown', span)),
      stylePasses: perKey((span) => trace.work('UpdateLayoutTree', span).count),
      styleMilliseconds: perKey((span) => trace.work('UpdateLayoutTree', span).milliseconds),
      threadMilliseconds: perKey((span) => trace.threadMilliseconds(span)),
    };
  } finally {
    await tab.close();
  }
}

const how = (rounds: number): string =>
  `Time from a key to the next frame on the screen: the duration of Event Timing, which the browser takes itself, without the rounding that pages get. It is the honest one here, because each of these fields has drawn the digit before that frame. ${rounds * TIMES * DIGITS.length} keys in each page. Style passes and milliseconds are those of the main thread until the next key.`;

export const keys: Part = {
  title: 'From a key to the painted digit',
  measure: async (tools) => {
    const pages = [
      BARE,
      inputOtp(tools.bundles),
      ionInputOtp(tools.bundles),
      codeInput(tools.bundles),
      scriptTagChallenge(),
    ];
    const rounds = runs(4);
    const typed = await interleave(pages, rounds, (page) => typeInto(page, tools));
    const latency = (page: BenchPage) =>
      summarize((typed.get(page) ?? []).flatMap(({ latencies }) => latencies));
    const bare = latency(BARE).median;
    const rows = pages.map((page) => {
      const summary = latency(page);
      const median = (measure: (one: Typed) => number) =>
        short(medianOf((typed.get(page) ?? []).map(measure)));
      return [
        page.name,
        ratio(summary.median, bare),
        ...spread(summary),
        median(({ stylePasses }) => stylePasses),
        median(({ styleMilliseconds }) => styleMilliseconds),
        median(({ threadMilliseconds }) => threadMilliseconds),
      ];
    });
    const heads = ['loopback, 4×, ms a key', '÷ bare', ...SPREAD];
    return `${how(rounds)}\n\n${table([...heads, 'style passes', 'style ms', 'thread ms'], rows)}`;
  },
};
