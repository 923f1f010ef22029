import type { ChangeOutcome } from './state.js';

/** Returns true if recovery codes may have been lost with the response that links an app. */
export const hasLostCodes = (
  outcome: ChangeOutcome,
): outcome is Extract<ChangeOutcome, { readonly lostCodes?: unknown }> =>
  'lostCodes' in outcome && outcome.lostCodes !== undefined;
