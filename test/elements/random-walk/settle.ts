const { port1, port2 } = new MessageChannel();
port1.start();

/** Resolves in the next task: not a timer, because browsers make timers that follow each other wait. */
const nextTask = (): Promise<void> =>
  new Promise((resolve) => {
    port1.addEventListener('message', () => resolve(), { once: true });
    port2.postMessage(undefined);
  });

/** More turns than anything takes that an act sets going. */
const MOST_TURNS = 2000;

/**
 * Resolves when what an act has set going is done: tasks, timers without a delay, and all that `isBusy` tells.
 */
export async function settle(isBusy: () => boolean): Promise<void> {
  for (let turn = 0; turn < MOST_TURNS; turn += 1) {
    await nextTask();
    await new Promise((resolve) => setTimeout(resolve));
    if (!isBusy()) return;
  }
  throw new Error('The elements do not come to rest.');
}
