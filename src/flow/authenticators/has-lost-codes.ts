import type { ChangeOutcome, LostCodes } from './state.js';

/** Returns true if recovery codes may have been lost with the response that links an app. */
export const hasLostCodes = (
  outcome: ChangeOutcome,
): outcome is Extract<ChangeOutcome, { readonly lostCodes?: unknown }> =>
  'lostCodes' in outcome && outcome.lostCodes !== undefined;

/** Returns the part of an outcome that tells of lost recovery codes, if there is one. */
export const pickLostCodes = (lostCodes: LostCodes | undefined) => lostCodes && { lostCodes };
