/** How often it is looked again, in milliseconds. */
const INTERVAL = 5;

/** How long is waited by default, in milliseconds: ample for a busy machine. */
const PATIENCE = 4000;

/**
 * Waits until something is so, and fails when it does not come.
 *
 * @param check Asked again and again.
 * @param why What to say when it does not come; asked at that moment.
 * @param patience Milliseconds to wait at most. Default 4000.
 */
export async function until(
  check: () => boolean,
  why: () => string,
  patience = PATIENCE,
): Promise<void> {
  const end = performance.now() + patience;
  while (!check()) {
    if (performance.now() > end) throw new Error(why());
    await new Promise((resolve) => setTimeout(resolve, INTERVAL));
  }
}
