import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Trace, type TraceEvent } from './trace.js';

const MAIN = { pid: 1, tid: 1 };

/** An event of the main thread. Times are in milliseconds. */
const event = (
  name: string,
  [from, to, worked = to - from]: readonly [from: number, to: number, worked?: number],
  more: Partial<TraceEvent> = {},
): TraceEvent => ({
  name,
  ph: 'X',
  ts: from * 1000,
  dur: (to - from) * 1000,
  tdur: worked * 1000,
  ...MAIN,
  ...more,
});

const mark = (name: string, at: number, startTime = 0): TraceEvent => ({
  name,
  ph: 'I',
  ts: at * 1000,
  ...MAIN,
  args: { data: { startTime } },
});

const GOAL = mark('goal', 1000, 400);

/** The span that has all of these events. */
const ALL = { from: 0, to: Infinity };

const traceOf = (...events: readonly TraceEvent[]) => new Trace([...events, GOAL], 'goal');

describe('A trace', () => {
  it('adds up what the thread of the mark has worked, without its waits', () => {
    const trace = traceOf(
      event('RunTask', [0, 10, 8]),
      event('RunTask', [20, 30, 5]),
      event('RunTask', [0, 99], { tid: 2 }),
      event('RunTask', [0, 99], { pid: 2 }),
    );
    assert.equal(trace.threadMilliseconds(ALL), 13);
  });

  it('counts the tasks that began in the span', () => {
    const trace = traceOf(event('RunTask', [0, 10]), event('RunTask', [20, 40]));
    assert.equal(trace.threadMilliseconds({ from: 5_000, to: 30_000 }), 20);
  });

  it('counts passes of a kind of work, with their time', () => {
    const trace = traceOf(
      event('UpdateLayoutTree', [0, 2]),
      event('UpdateLayoutTree', [5, 6]),
      event('Layout', [7, 9]),
    );
    assert.deepEqual(trace.work('UpdateLayoutTree', ALL), { count: 2, milliseconds: 3 });
  });

  it('has each time of a mark', () => {
    assert.deepEqual(traceOf(mark('typed', 3), mark('typed', 5)).marksOf('typed'), [3_000, 5_000]);
  });

  it('knows a time of the page by a mark', () => {
    assert.equal(traceOf().timeOf(390, 'goal'), 990_000);
  });

  it('has the time of each event of a type to the frame after it', () => {
    const timing = (type: string, duration: number, ph = 'b'): TraceEvent =>
      event('EventTiming', [0, 0], { ph, args: { data: { type, duration } } });
    const trace = traceOf(
      timing('keydown', 31.4),
      timing('keyup', 9),
      timing('keydown', 20),
      timing('keydown', 5, 'e'),
    );
    assert.deepEqual(trace.eventTimings('keydown', ALL), [31.4, 20]);
  });

  it('lists the long tasks with the outermost work in them, the longest first', () => {
    const trace = traceOf(
      event('RunTask', [0, 50]),
      event('RunTask', [100, 190, 80]),
      event('v8.evaluateModule', [101, 121]),
      event('Layout', [102, 110]),
      event('EventDispatch', [130, 170], { args: { data: { type: 'DOMContentLoaded' } } }),
      event('UpdateLayoutTree', [131, 169]),
      event('Unknown', [171, 190]),
      event('Layout', [172, 174]),
    );
    assert.deepEqual(trace.longTasks(ALL, 50), [
      {
        milliseconds: 90,
        worked: 80,
        does: [
          { name: 'event DOMContentLoaded', milliseconds: 40 },
          { name: 'evaluate the module', milliseconds: 20 },
          { name: 'layout', milliseconds: 2 },
        ],
      },
    ]);
  });

  it('says of a task that puts the page in place of another just that', () => {
    const trace = traceOf(
      event('RunTask', [0, 90]),
      event('EventDispatch', [1, 5], { args: { data: { type: 'pagehide' } } }),
      event('CommitLoad', [40, 41]),
    );
    const [task] = trace.longTasks(ALL, 50);
    assert.deepEqual(task?.does, [{ name: 'begin the page', milliseconds: 90 }]);
  });

  it('is refused if the page has not set its mark', () => {
    assert.throws(() => new Trace([], 'goal'), /has no mark goal/);
  });
});
