interface Repeating {
  readonly run: () => void;
  readonly every: number;
  next: number;
}

/**
 * Stops both clocks and the repeating timers until a test moves them. `setTimeout` stays real, so that a test
 * can wait for the page.
 */
export class FakeTime {
  readonly #real = {
    dateNow: Date.now,
    setInterval: globalThis.setInterval,
    clearInterval: globalThis.clearInterval,
  };
  readonly #timers = new Map<number, Repeating>();
  #day = Date.now();
  #origin = performance.now();
  #awake = 0;
  #lastTimer = 0;

  constructor() {
    Date.now = () => this.#day;
    performance.now = () => this.#origin;
    globalThis.setInterval = ((run: () => void, every = 0) => {
      this.#lastTimer += 1;
      this.#timers.set(this.#lastTimer, { run, every, next: this.#awake + every });
      return this.#lastTimer;
    }) as typeof setInterval;
    globalThis.clearInterval = (timer) => {
      this.#timers.delete(Number(timer));
    };
  }

  /** The number of repeating timers. */
  get timers(): number {
    return this.#timers.size;
  }

  /** Moves the time by seconds, and runs each timer when it is due. */
  pass(seconds: number): void {
    for (let passed = 0; passed < seconds; passed += 1) {
      this.#day += 1000;
      this.#origin += 1000;
      this.#awake += 1000;
      for (const timer of [...this.#timers.values()]) {
        if (timer.next > this.#awake) continue;
        timer.next += timer.every;
        timer.run();
      }
    }
  }

  /** Moves the clock as if the computer slept: no timer runs, and `performance.now()` stops, as in some browsers. */
  sleep(seconds: number): void {
    this.#day += seconds * 1000;
  }

  /** Moves the clock of the device only, as if the user set it. */
  setClock(seconds: number): void {
    this.#day += seconds * 1000;
  }

  /** Restores the real time. */
  stop(): void {
    Date.now = this.#real.dateNow;
    // The real one is inherited.
    Reflect.deleteProperty(performance, 'now');
    globalThis.setInterval = this.#real.setInterval;
    globalThis.clearInterval = this.#real.clearInterval;
  }
}

/** Stops the time during each test of a suite. */
export function stopTime(): { readonly time: FakeTime } {
  const stopped = {} as { time: FakeTime };
  beforeEach(() => {
    stopped.time = new FakeTime();
  });
  afterEach(() => {
    stopped.time.stop();
  });
  return stopped;
}
