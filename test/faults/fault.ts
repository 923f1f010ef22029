import type { ServerResponse } from 'node:http';
import type { MfaErrorKind } from '../../src/backend/mfa-error.js';
import type { Reply } from './account.js';

/**
 * What an answer says, to those who know only the contract.
 *
 * - `refused`: a problem of the contract, or a status that means the same everywhere: nothing was done.
 * - `over`: the session has ended. `page`: the same, but a redirect or a page may also be the way in which
 *   a server says that it did what was asked.
 * - `silent`: a success without a body. `bare`: an object that says nothing of what was asked.
 * - `other`: JSON that is no object. `denial`: a success that says that it is none.
 * - `malformed`: an object with what was asked, of other types.
 * - `unreadable`: a success that is not JSON. `gateway`: a server or gateway that fails. `lost`: no whole
 *   answer. `endless`: none before the time is over.
 * - `no-such`: a client error that the contract does not know.
 */
export type Said =
  | 'refused'
  | 'over'
  | 'page'
  | 'silent'
  | 'bare'
  | 'other'
  | 'denial'
  | 'malformed'
  | 'unreadable'
  | 'gateway'
  | 'lost'
  | 'endless'
  | 'no-such';

/** The request that a fault answers. */
export interface Misanswered {
  readonly response: ServerResponse;
  /** What the server answers without the fault. */
  readonly good: Reply;
  /** Another origin, which must never be asked. */
  readonly elsewhere: string;
  /** A page below the visitor's own address, which must never be asked. */
  readonly signInPage: string;
}

/** A way in which a server, or the network before it, misbehaves: one row of the matrix. */
export interface Fault {
  readonly said: Said;
  /** The error kind of a refusal. */
  readonly kind?: MfaErrorKind;
  /** The seconds that a person has to wait; `null` if the answer names none. */
  readonly wait?: number | null;
  /** The number of tries that are left, if the answer names it. */
  readonly attemptsLeft?: number;
  readonly answer: (asked: Misanswered) => void;
}
