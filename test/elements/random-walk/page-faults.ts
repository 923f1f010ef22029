import { replaceClipboard } from '../../../stories/support/clipboard.js';
import { ConsoleRecorder } from '../../support/console-recorder.js';
import { HeardEvents } from '../../support/events.js';
import { printWith } from '../../support/printing.js';

/**
 * Records what a page reports as a fault: errors that nothing catches, and what is written to the console. Keeps
 * the page where it is.
 */
export class PageFaults {
  readonly #logged = new ConsoleRecorder();
  readonly #heard = new HeardEvents();
  readonly #stopPrinting = printWith();
  /** The clipboard of an engine refuses in its own time, and so in the middle of a later act. */
  readonly #restoreClipboard = replaceClipboard(() =>
    Promise.reject(new DOMException('The walk has no clipboard.', 'NotAllowedError')),
  );
  #taken = 0;

  constructor() {
    document.addEventListener('click', keepPage);
  }

  /** Returns what was reported since the last call. */
  take(): readonly string[] {
    const faults = this.#logged.messages.slice(this.#taken);
    this.#taken += faults.length;
    return faults;
  }

  stop(): void {
    document.removeEventListener('click', keepPage);
    this.#stopPrinting();
    this.#restoreClipboard();
    this.#heard.stop();
    this.#logged.stop();
  }
}

/** A link that is followed would end the test. */
function keepPage(event: Event): void {
  const [target] = event.composedPath();
  if (target instanceof Element && target.closest('a')) event.preventDefault();
}
