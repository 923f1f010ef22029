import { expect } from '@open-wc/testing';
import { MfaError, type MfaErrorKind } from '../../../src/backend/mfa-error.js';
import type { Fetcher } from '../../../src/backend/http/http-backend.js';

/** A request that was sent. */
export interface Sent {
  readonly url: string;
  readonly init: RequestInit;
  readonly headers: Headers;
  readonly body: unknown;
}

/** Creates a server that returns the same response to every request, and records the requests. */
export function fakeServer(respond: () => Response | Promise<Response>) {
  const sent: Sent[] = [];
  const fetcher: Fetcher = async (url, init) => {
    const headers = new Headers(init.headers);
    const isForm = headers.get('Content-Type') === 'application/x-www-form-urlencoded';
    const body: unknown =
      typeof init.body === 'string' && !isForm ? JSON.parse(init.body) : init.body;
    sent.push({ url, init, headers, body });
    return respond();
  };
  return { fetcher, sent };
}

/** Creates a server that returns these responses one after the other. */
export function answeringServer(...responses: readonly Response[]) {
  const left = [...responses];
  return fakeServer(() => {
    const next = left.shift();
    if (!next) throw new Error('There are more requests than responses.');
    return next;
  });
}

/** Creates a response in JSON. */
export function json(body: unknown, status = 200, headers: Record<string, string> = {}): Response {
  return new Response(JSON.stringify(body), {
    status,
    headers: { 'Content-Type': 'application/json', ...headers },
  });
}

/** Creates a response with a problem of the project's own contract. */
export function problem(kind: string, status: number, extra: object = {}, headers = {}): Response {
  return json({ type: `urn:mfa-elements:problem:${kind}`, status, ...extra }, status, {
    'Content-Type': 'application/problem+json; charset=utf-8',
    ...headers,
  });
}

/** Returns the error that a call rejects with. It has to be an MfaError. */
export async function errorOf(promise: Promise<unknown> | undefined): Promise<MfaError> {
  try {
    await promise;
  } catch (error) {
    expect(error).to.be.instanceOf(MfaError);
    return error as MfaError;
  }
  throw new Error('The call did not reject.');
}

/** Returns the kind of the error that a call rejects with. */
export async function kindOf(promise: Promise<unknown> | undefined): Promise<MfaErrorKind> {
  return (await errorOf(promise)).kind;
}
