import type { MfaBackend, MfaOperation } from '../backend/backend.js';
import type { OtpauthUri } from '../otp/otpauth-uri.js';
import type { WalkClock } from './walk-clock.js';
import type { Witness } from './request-recorder.js';

/** Somebody at the site, in a browser with nothing of earlier visits in it. */
export interface Visitor {
  readonly backend: MfaBackend;
  /** Gives the password; `undefined` where that cannot be done. */
  readonly signIn?: () => Promise<void>;
}

/** What a walk is made with. */
export interface WalkOptions {
  readonly openBrowser: () => Visitor;
  /** Looks along with the requests of every visitor. */
  readonly witness: Witness;
  readonly clock: WalkClock;
  /** Ends the walk; what was linked is still unlinked. */
  readonly signal?: AbortSignal;
  /** What to give for signing in, where that cannot be done. */
  readonly signInAdvice?: string;
  /** The password of the account, for a proof of who is there. Secret. */
  readonly password?: string;
  /** An app that the account has already. Secret. */
  readonly existingApp?: OtpauthUri;
  /** Only these operations are looked at, with what they need. Absent: all. */
  readonly only?: readonly MfaOperation[];
  /** The operations that leave the page, and for where: they are not asked. */
  readonly leaving: ReadonlyMap<MfaOperation, string>;
}
