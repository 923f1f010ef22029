interface Timer {
  readonly run: () => void;
  /** Milliseconds between two runs. Absent if there is only one. */
  readonly every?: number;
  next: number;
}

/** Milliseconds. A timeout that is shorter stays real, so that a test can wait for the page. */
const LEAST_TIMEOUT = 1000;

/** Stops both clocks, the repeating timers and the timeouts of a second or more until a test moves them. */
export class FakeTime {
  readonly #real = {
    dateNow: Date.now,
    setTimeout: globalThis.setTimeout,
    clearTimeout: globalThis.clearTimeout,
    setInterval: globalThis.setInterval,
    clearInterval: globalThis.clearInterval,
  };
  readonly #timers = new Map<number, Timer>();
  #day = Date.now();
  #origin = performance.now();
  #awake = 0;
  /** Above the numbers of real timers. */
  #lastTimer = 1e9;

  constructor() {
    Date.now = () => this.#day;
    performance.now = () => this.#origin;
    globalThis.setInterval = ((run: () => void, every = 0) =>
      this.#add({ run, every, next: this.#awake + every })) as typeof setInterval;
    globalThis.clearInterval = (timer) => {
      this.#timers.delete(Number(timer));
    };
    const { setTimeout, clearTimeout } = this.#real;
    globalThis.setTimeout = ((run: () => void, delay = 0, ...given: []) =>
      delay < LEAST_TIMEOUT
        ? setTimeout(run, delay, ...given)
        : this.#add({ run, next: this.#awake + delay })) as typeof globalThis.setTimeout;
    globalThis.clearTimeout = (timer) => {
      if (!this.#timers.delete(Number(timer))) clearTimeout(timer);
    };
  }

  /** The number of repeating timers. */
  get timers(): number {
    return [...this.#timers.values()].filter(({ every }) => every !== undefined).length;
  }

  #add(timer: Timer): number {
    this.#lastTimer += 1;
    this.#timers.set(this.#lastTimer, timer);
    return this.#lastTimer;
  }

  /** Moves the time by seconds, and runs each timer when it is due. */
  pass(seconds: number): void {
    for (let passed = 0; passed < seconds; passed += 1) {
      this.#day += 1000;
      this.#origin += 1000;
      this.#awake += 1000;
      for (const [number, timer] of [...this.#timers]) {
        if (timer.next > this.#awake) continue;
        if (timer.every === undefined) this.#timers.delete(number);
        else timer.next += timer.every;
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
    globalThis.setTimeout = this.#real.setTimeout;
    globalThis.clearTimeout = this.#real.clearTimeout;
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
