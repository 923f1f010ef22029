import type { MfaOperation } from '../../src/backend/backend.js';
import { OPERATIONS } from '../../src/backend/operations.js';
import { ENGINES, type Engine } from '../journey/windows/browser-window.js';
import type { Said } from './fault.js';

/** The engine that plays the matrix; Chromium if it is not named. `npm run test:long` names the others. */
export const ENGINE: Engine =
  ENGINES.find((one) => one === process.env.FAULTS_ENGINE) ?? 'chromium';

/** What an engine takes for a body, although it is no whole answer. */
const READ_AS: Readonly<Partial<Record<Engine, Readonly<Record<string, Said>>>>> = {
  // HTTP/0.9.
  firefox: { 'not-http': 'unreadable' },
  webkit: { 'shorter-than-said': 'unreadable', 'gzip-that-is-none': 'unreadable' },
};

/** Returns what an answer says in this engine. */
export const saidHere = (fault: string, said: Said): Said => READ_AS[ENGINE]?.[fault] ?? said;

/** Faults after which Firefox sends a request that changes nothing again by itself (RFC 9110, section 9.2.2). */
const SENT_AGAIN = ['reset', 'closed'];

/** Returns the requests of the page, without those that the engine itself has sent again. */
export function sentByPage(fault: string, requests: readonly MfaOperation[]): MfaOperation[] {
  const isSentAgain = (operation: MfaOperation, at: number): boolean =>
    operation === requests[at - 1] && OPERATIONS[operation].changes === 'never';
  return ENGINE === 'firefox' && SENT_AGAIN.includes(fault)
    ? requests.filter((operation, at) => !isSentAgain(operation, at))
    : [...requests];
}
