/** Milliseconds: a longer timer is meant for the user, a shorter one for scheduling code. */
const FOR_THE_USER = 400;

const TODAY = Date.parse('2026-11-22T10:00:00+01:00');

type Callback = (...given: unknown[]) => void;
type Timer = (callback: Callback, delay?: number, ...given: unknown[]) => number;

const readStopwatch = performance.now.bind(performance);

/** The time at which the stopwatch was stopped, and how long it was stopped before. */
let heldAt: number | undefined;
let lost = 0;

/**
 * Fixes the date, before any other script runs, so that "2 days ago" and time-based codes are the same
 * tomorrow. Timers and the stopwatch run until {@link holdTime} stops them.
 */
export function installFakeClock(): void {
  const RealDate = Date;
  globalThis.Date = class extends RealDate {
    constructor(...given: [] | [number]) {
      super(...(given.length > 0 ? (given as [number]) : ([TODAY] as const)));
    }

    static override now() {
      return TODAY;
    }
  } as DateConstructor;

  performance.now = () => (heldAt ?? readStopwatch()) - lost;
  const later = window.setTimeout.bind(window) as Timer;
  const often = window.setInterval.bind(window) as Timer;
  const unlessHeld =
    (callback: Callback): Callback =>
    (...given) => {
      if (heldAt === undefined) callback(...given);
    };
  const setTimeout: Timer = (callback, delay = 0, ...given) =>
    later(delay < FOR_THE_USER ? callback : unlessHeld(callback), delay, ...given);
  const setInterval: Timer = (callback, delay, ...given) =>
    often(unlessHeld(callback), delay, ...given);
  Object.assign(window, { setTimeout, setInterval });
}

/** Stops or continues timers, so that checking a played story may take any time. */
export function holdTime(isHeld: boolean): void {
  if (heldAt !== undefined) lost += readStopwatch() - heldAt;
  heldAt = isHeld ? readStopwatch() : undefined;
}
