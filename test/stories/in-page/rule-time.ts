/** Milliseconds of a timer that is meant for a person; the shorter ones are how programs take turns. */
const FOR_A_PERSON = 400;

const TODAY = Date.parse('2026-11-22T10:00:00+01:00');

type Callback = (...given: unknown[]) => void;
type Timer = (callback: Callback, delay?: number, ...given: unknown[]) => number;

const readStopwatch = performance.now.bind(performance);

/** When the stopwatch was held, and how long it stood still before. */
let heldAt: number | undefined;
let lost = 0;

/**
 * Before anything else of the page: the date stands still, so that "2 days ago" and the codes of a moment
 * read the same tomorrow. Timers and the stopwatch run on until {@link holdTime} stops them.
 */
export function ruleTime(): void {
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
    later(delay < FOR_A_PERSON ? callback : unlessHeld(callback), delay, ...given);
  const setInterval: Timer = (callback, delay, ...given) =>
    often(unlessHeld(callback), delay, ...given);
  Object.assign(window, { setTimeout, setInterval });
}

/** Stops time, so that a story that was played can be looked at for as long as that takes; or lets it go on. */
export function holdTime(isHeld: boolean): void {
  if (heldAt !== undefined) lost += readStopwatch() - heldAt;
  heldAt = isHeld ? readStopwatch() : undefined;
}
