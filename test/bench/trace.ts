/** An event of a trace. Times are in microseconds. */
export interface TraceEvent {
  readonly name: string;
  /** The kind of event: `X` has a duration. */
  readonly ph: string;
  readonly ts: number;
  readonly pid: number;
  readonly tid: number;
  readonly dur?: number;
  /** The time that the thread itself has worked. */
  readonly tdur?: number;
  readonly args?: { readonly data?: TraceData };
}

interface TraceData {
  readonly type?: string;
  readonly duration?: number;
  readonly startTime?: number;
}

/** A span of a trace, in microseconds. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** A task of the main thread. */
export interface Task {
  readonly milliseconds: number;
  /** What of it the thread worked; the rest it waited for a processor. */
  readonly worked: number;
  /** What it does, the longest first. */
  readonly does: readonly { readonly name: string; readonly milliseconds: number }[];
}

/** What work is called. What has no name here is part of something else. */
const WORK: Readonly<Record<string, string>> = {
  'v8.compileModule': 'compile',
  'v8.evaluateModule': 'evaluate the module',
  EvaluateScript: 'evaluate a script',
  EventDispatch: 'event',
  FireAnimationFrame: 'animation frame',
  FunctionCall: 'function',
  RunMicrotasks: 'microtasks',
  ParseHTML: 'parse HTML',
  UpdateLayoutTree: 'style',
  Layout: 'layout',
  PrePaint: 'paint',
  Paint: 'paint',
  Layerize: 'paint',
  Commit: 'paint',
  MinorGC: 'collect garbage',
  MajorGC: 'collect garbage',
};

const endOf = ({ ts, dur = 0 }: TraceEvent): number => ts + dur;

/** What a trace of Chromium says of the main thread of one page. */
export class Trace {
  /** The events of the main thread, by their start. */
  readonly #events: readonly TraceEvent[];

  /** @param mark A mark that the page has set: its thread is the one that counts. */
  constructor(events: readonly TraceEvent[], mark: string) {
    const marked = events.find(({ name }) => name === mark);
    if (!marked) throw new Error(`The trace has no mark ${mark}.`);
    this.#events = events
      .filter(({ pid, tid }) => pid === marked.pid && tid === marked.tid)
      .toSorted((one, other) => one.ts - other.ts);
  }

  /** Returns each time that something was marked. */
  marksOf(mark: string): number[] {
    return this.#events.filter(({ name }) => name === mark).map(({ ts }) => ts);
  }

  /** Returns the place in the trace of a time on the clock of the page. */
  timeOf(milliseconds: number, mark: string): number {
    const { ts, args } = this.#marked(mark);
    return ts + (milliseconds - (args?.data?.startTime ?? NaN)) * 1000;
  }

  /** Returns the milliseconds that the thread worked in tasks that began in a span. */
  threadMilliseconds(span: Span): number {
    return sum(this.#within('RunTask', span).map(({ dur = 0, tdur = dur }) => tdur)) / 1000;
  }

  /** Counts events of a name, and adds up the time that the thread worked in them. */
  work(name: string, span: Span): { count: number; milliseconds: number } {
    const found = this.#within(name, span);
    const worked = found.map(({ dur = 0, tdur = dur }) => tdur);
    return { count: found.length, milliseconds: sum(worked) / 1000 };
  }

  /**
   * Returns the milliseconds from each event of this type, such as `keydown`, to the next frame on the screen: the
   * duration of Event Timing, which pages read rounded to 8 ms.
   */
  eventTimings(type: string, { from, to }: Span): number[] {
    return this.#events
      .filter(({ name, ph, ts }) => name === 'EventTiming' && ph === 'b' && ts >= from && ts < to)
      .map(({ args }) => args?.data)
      .filter((data) => data?.type === type)
      .map((data) => data?.duration ?? NaN);
  }

  /** Returns the tasks that began in a span and are longer than this, in their order. */
  longTasks(span: Span, milliseconds: number): Task[] {
    return this.#within('RunTask', span)
      .filter(({ dur = 0 }) => dur > milliseconds * 1000)
      .map((task) => ({
        milliseconds: (task.dur ?? 0) / 1000,
        worked: (task.tdur ?? 0) / 1000,
        does: this.#partsOf(task),
      }));
  }

  #marked(name: string): TraceEvent {
    const event = this.#events.find((one) => one.name === name);
    if (!event) throw new Error(`The trace has no mark ${name}.`);
    return event;
  }

  #within(name: string, { from, to }: Span): TraceEvent[] {
    return this.#events.filter(
      (event) => event.name === name && event.ph === 'X' && event.ts >= from && event.ts < to,
    );
  }

  /** Adds up the outermost work in a task, by name. */
  #partsOf(task: TraceEvent): Task['does'] {
    const times = new Map<string, number>();
    let end = task.ts;
    for (const event of this.#events) {
      // The browser puts the new page in place of the old one, which takes the whole task.
      if (event.name === 'CommitLoad' && event.ts >= task.ts && event.ts <= endOf(task)) {
        return [{ name: 'begin the page', milliseconds: (task.dur ?? 0) / 1000 }];
      }
      const work = WORK[event.name];
      if (!work || event.ph !== 'X' || event.ts < end || endOf(event) > endOf(task)) continue;
      end = endOf(event);
      const { type } = event.args?.data ?? {};
      const name = type !== undefined && work === 'event' ? `${work} ${type}` : work;
      times.set(name, (times.get(name) ?? 0) + (event.dur ?? 0) / 1000);
    }
    return [...times]
      .map(([name, milliseconds]) => ({ name, milliseconds }))
      .sort((one, other) => other.milliseconds - one.milliseconds);
  }
}

const sum = (values: readonly number[]): number =>
  values.reduce((total, value) => total + value, 0);

/** Reads the JSON that Chromium writes. */
export const readEvents = (json: string): readonly TraceEvent[] =>
  (JSON.parse(json) as { readonly traceEvents: readonly TraceEvent[] }).traceEvents;
