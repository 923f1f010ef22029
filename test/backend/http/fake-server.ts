import { expect } from '@open-wc/testing';
import { MfaError, type MfaErrorKind } from '../../../src/backend/mfa-error.js';
import type { Fetcher } from '../../../src/backend/http/http-backend.js';

/** What a test looks at afterwards: everything that was sent. */
export interface Sent {
  readonly url: string;
  readonly init: RequestInit;
  readonly headers: Headers;
  readonly body: unknown;
}

/** A server that gives the same answer to everything, and keeps what it was sent. */
export function fakeServer(answer: () => Response | Promise<Response>) {
  const sent: Sent[] = [];
  const fetcher: Fetcher = async (url, init) => {
    const headers = new Headers(init.headers);
    const isForm = headers.get('Content-Type') === 'application/x-www-form-urlencoded';
    const body: unknown =
      typeof init.body === 'string' && !isForm ? JSON.parse(init.body) : init.body;
    sent.push({ url, init, headers, body });
    return answer();
  };
  return { fetcher, sent };
}

/** A server that gives these answers, one after the other. */
export function answeringServer(...answers: readonly Response[]) {
  const left = [...answers];
  return fakeServer(() => {
    const next = left.shift();
    if (!next) throw new Error('Asked once more than there are answers.');
    return next;
  });
}

/** An answer in JSON. */
export function json(body: unknown, status = 200, headers: Record<string, string> = {}): Response {
  return new Response(JSON.stringify(body), {
    status,
    headers: { 'Content-Type': 'application/json', ...headers },
  });
}

/** A problem of the project's own contract. */
export function problem(kind: string, status: number, extra: object = {}, headers = {}): Response {
  return json({ type: `urn:mfa-elements:problem:${kind}`, status, ...extra }, status, {
    'Content-Type': 'application/problem+json; charset=utf-8',
    ...headers,
  });
}

/** The error a call rejects with, which has to be an MfaError. */
export async function errorOf(promise: Promise<unknown> | undefined): Promise<MfaError> {
  try {
    await promise;
  } catch (error) {
    expect(error).to.be.instanceOf(MfaError);
    return error as MfaError;
  }
  throw new Error('The call was fulfilled.');
}

/** The kind of error a call rejects with. */
export async function kindOf(promise: Promise<unknown> | undefined): Promise<MfaErrorKind> {
  return (await errorOf(promise)).kind;
}
