/** The number of changes in one task that can only be two scripts that undo each other's changes. */
const LOOP = 500;
/** Milliseconds after which a task with so many changes is a loop, on a slow device. */
const LONG_TASK = 2000;
const LONG_TASK_CHANGES = 50;
/** Restorations without a pause after which the page is told. A patch at each key press is far from it. */
const MANY = 100;
/** Milliseconds without a restoration after which a new count begins, and the length of a break after a loop. */
const PAUSE = 1000;

/**
 * Notices that a script of the page keeps undoing what an element does, says so once in the console, and
 * stops the element before the page hangs.
 */
export class LoopGuard {
  readonly #host: HTMLElement;
  readonly #resume: () => void;
  /** The changes in this task. */
  #changes = 0;
  /** When the first of them came. */
  #since = 0;
  #restorations = 0;
  #lastRestoration = 0;
  #isOnBreak = false;
  #isReported = false;

  /** @param resume Called when the break after a loop is over. */
  constructor(host: HTMLElement, resume: () => void) {
    this.#host = host;
    this.#resume = resume;
  }

  /** Counts a change. Returns whether it is one of a loop, which the element leaves as it is for now. */
  countChange(): boolean {
    if (this.#isOnBreak) return true;
    // In a loop of microtasks, no timer runs.
    if (this.#changes === 0) {
      setTimeout(() => (this.#changes = 0));
      this.#since = performance.now();
    }
    this.#changes += 1;
    const isLong = performance.now() - this.#since > LONG_TASK;
    if (this.#changes < (isLong ? LONG_TASK_CHANGES : LOOP)) return false;
    this.#isOnBreak = true;
    this.#report();
    setTimeout(() => {
      this.#isOnBreak = false;
      this.#resume();
    }, PAUSE);
    return true;
  }

  /** Counts that something was put back. */
  countRestoration(): void {
    const now = performance.now();
    if (now - this.#lastRestoration > PAUSE) this.#restorations = 0;
    this.#lastRestoration = now;
    this.#restorations += 1;
    if (this.#restorations >= MANY) this.#report();
  }

  #report(): void {
    if (this.#isReported) return;
    this.#isReported = true;
    const { localName } = this.#host;
    // eslint-disable-next-line no-console -- for the owner of the page, once
    console.warn(
      `<${localName}>: a script on this page keeps removing or changing the children that the element adds. Exclude the children of <${localName}> from that script, for example with data-turbo-permanent, hx-preserve, wire:ignore or phx-update="ignore".`,
    );
  }
}
