import type { ChangeOutcome } from './state.js';

/** Returns true if recovery codes may have been lost with the response that links an app. */
export const hasLostCodes = (outcome: ChangeOutcome): boolean =>
  (outcome.kind === 'linked' || outcome.kind === 'changed-elsewhere') && outcome.lostCodes === true;
