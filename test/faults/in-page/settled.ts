import { changesSeen, nextChange } from './announcements.js';
import { everywhere } from './everywhere.js';
import { isSending, nextEnd } from './traffic.js';

/** What shows while a request or the reason of a refusal is awaited. */
const BUSY = '[part~=submit][aria-disabled=true]';

/** Tasks in a row in which nothing may happen. */
const QUIET_TASKS = 3;

const channel = new MessageChannel();

/** The next task. The first one is a timer, after those of the library that are due. */
const nextTask = (isFirst: boolean): Promise<void> =>
  new Promise((resolve) => {
    if (isFirst) {
      setTimeout(resolve);
      return;
    }
    channel.port1.onmessage = () => resolve();
    channel.port2.postMessage(null);
  });

/** A button that waits for the time that the server asks for is not busy. */
const isBusy = (): boolean => everywhere(BUSY).length > 0 && !isWaiting();

/** Whether a countdown shows. */
export const isWaiting = (): boolean => everywhere('[part~=retry-notice]').length > 0;

/** Waits until no request is under way, nothing is busy, and the page has stopped changing. */
export async function settled(): Promise<void> {
  let quiet = 0;
  let seen = changesSeen();
  while (quiet < QUIET_TASKS) {
    if (isSending()) await nextEnd();
    await nextTask(quiet === 0);
    const isQuiet = seen === changesSeen() && !isSending();
    if (isQuiet && isBusy()) await nextChange();
    quiet = isQuiet && seen === changesSeen() ? quiet + 1 : 0;
    seen = changesSeen();
  }
}
