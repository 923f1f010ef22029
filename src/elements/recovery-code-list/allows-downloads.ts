/**
 * Returns whether the page may certainly save files. A frame whose `sandbox` does not allow it saves
 * nothing, without an error. Its own frames inherit that, so it is unknown if a page around it is of
 * another origin.
 */
export function allowsDownloads(): boolean {
  // A sandbox that a header sets, or one that hides the frame itself.
  if (globalThis.origin === 'null' && location.protocol !== 'file:') return false;
  let within: Window = window;
  while (within !== within.parent) {
    const frame = within.frameElement;
    const sandbox = frame?.getAttribute('sandbox') ?? undefined;
    if (!frame || (sandbox !== undefined && !/\ballow-downloads\b/i.test(sandbox))) return false;
    within = within.parent;
  }
  return true;
}
