const { now } = Date;
let ahead = 0;

/** Puts the clock of the page forward, in ms. */
export function advanceClock(by: number): void {
  ahead += by;
  Date.now = () => now() + ahead;
}

/** Sets the clock right again. */
export function resetClock(): void {
  ahead = 0;
  Date.now = now;
}

/** How long the refusal of a code waits for its reason, in ms (src/flow/enrollment/effect.ts). */
const MOMENT = 100;
/** Long enough for a busy machine to find the reason. */
const LONG_MOMENT = 10_000;

/** Lets the reason of a refused code always come in time. */
export function waitForReasons(): void {
  const setTimeout = window.setTimeout.bind(window);
  const wait: (handler: TimerHandler, delay?: number, ...rest: unknown[]) => number = (
    handler,
    delay,
    ...rest
  ) => setTimeout(handler, delay === MOMENT ? LONG_MOMENT : delay, ...rest);
  Object.assign(window, { setTimeout: wait });
}
