import { own } from '../own.js';

/** A request without its URL. */
export interface BuiltInit extends RequestInit {
  readonly method: string;
  readonly credentials: RequestCredentials;
}

interface GivenInit extends Omit<BuiltInit, 'body'> {
  readonly headers: Headers;
  readonly body: string | undefined;
  readonly referrerPolicy: ReferrerPolicy;
}

/**
 * Completes a request: its response stays out of every cache, and a redirect cannot carry a code elsewhere (C36,
 * C67, C71).
 */
export const requestInit = ({ body, ...given }: GivenInit): BuiltInit =>
  own({ ...given, ...(body !== undefined && { body }), redirect: 'manual', cache: 'no-store' });
