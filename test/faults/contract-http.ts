import type { IncomingMessage, ServerResponse } from 'node:http';
import type { MfaOperation } from '../../src/backend/backend.js';
import type { Asked, Reply } from './account.js';

/** The response to a request that did not match the contract. */
export const UNKNOWN: Reply = { status: 404, body: { title: 'Not in the contract.' } };

/** Sends a response of the contract. */
export function sendReply(response: ServerResponse, { status, body }: Reply): void {
  const type = status < 400 ? 'application/json' : 'application/problem+json';
  response.writeHead(status, {
    'Cache-Control': 'no-store',
    ...(body && { 'Content-Type': type }),
  });
  response.end(body && JSON.stringify(body));
}

/** Reads the JSON of a request. */
export async function readJson(request: IncomingMessage): Promise<Asked['body']> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const text = Buffer.concat(chunks).toString('utf8');
  return text === '' ? {} : (JSON.parse(text) as Asked['body']);
}

const ROUTES: Readonly<Record<string, MfaOperation>> = {
  'GET status': 'status',
  'POST enrollments': 'startEnrollment',
  'POST enrollments/{id}/confirmation': 'confirmEnrollment',
  'DELETE enrollments/{id}': 'cancelEnrollment',
  'POST challenge': 'verify',
  'GET authenticators': 'listAuthenticators',
  'PATCH authenticators/{id}': 'renameAuthenticator',
  'DELETE authenticators/{id}': 'unlinkAuthenticator',
  'POST step-up': 'stepUp',
  'GET recovery-codes': 'recoveryCodesStatus',
  'POST recovery-codes': 'generateRecoveryCodes',
};

/**
 * Reads what a request asks.
 *
 * @param path The parts of its path below the base URL.
 * @returns `undefined` if it is not in the contract.
 */
export function readAsked(
  method: string,
  [collection = '', id, ...rest]: readonly string[],
  body: Asked['body'],
): Asked | undefined {
  const route = [collection, ...(id === undefined ? [] : ['{id}']), ...rest].join('/');
  const operation = ROUTES[`${method} ${route}`];
  if (!operation) return undefined;
  const isRecovery = operation === 'verify' && 'recoveryCode' in body;
  return { operation: isRecovery ? 'verifyRecoveryCode' : operation, id, body };
}
