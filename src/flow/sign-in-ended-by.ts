import type { MfaError } from '../backend/mfa-error.js';
import { endsSignIn } from '../backend/error-kinds.js';
import { withoutDoubt } from '../backend/unknown-outcome.js';

/**
 * Returns the error that ends the sign-in, after the look-up of an unknown outcome has failed too. A
 * redirect in place of a response leaves a change unknown; if nothing else is learned, signing in again helps.
 *
 * @param unknown The error that left the outcome unknown.
 * @param error The error of the look-up.
 * @returns `undefined` if neither ends the sign-in.
 */
export const signInEndedBy = (unknown: MfaError, error: MfaError): MfaError | undefined =>
  [withoutDoubt(unknown), error].find(
    // A look-up that the page has not set up well leaves the change unknown.
    (one) => endsSignIn(one) && one.kind !== 'misconfigured',
  );
