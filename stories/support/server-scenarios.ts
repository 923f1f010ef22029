import type { MfaError, MfaErrorKind, MfaOperation } from '../../src/index.js';
import type { ScriptControls, Scripts } from '../../src/testing/scripted-backend.js';
import type { Server } from '../.storybook/story-page.js';
import { lastTry, lockedForAWhile, tooManyTries } from './errors.js';

/** What a server in memory does to whatever is asked of it. */
interface Script {
  readonly delay?: number;
  readonly on?: Scripts;
}

const EVERYTHING = [
  'status',
  'startEnrollment',
  'confirmEnrollment',
  'cancelEnrollment',
  'verify',
  'verifyRecoveryCode',
  'listAuthenticators',
  'renameAuthenticator',
  'unlinkAuthenticator',
  'stepUp',
  'recoveryCodesStatus',
  'generateRecoveryCodes',
] as const satisfies readonly MfaOperation[];

/** What somebody proves with. */
const PROOFS = ['confirmEnrollment', 'verify', 'verifyRecoveryCode', 'stepUp'] as const;

/** What changes something, so that it matters whether it arrived. */
const CHANGES = [
  ...PROOFS,
  'renameAuthenticator',
  'unlinkAuthenticator',
  'generateRecoveryCodes',
] as const;

const refuse = (operations: readonly MfaOperation[], error: MfaErrorKind | MfaError): Script => ({
  on: Object.fromEntries(operations.map((operation) => [operation, error])),
});

const SCRIPTS: Record<Server, Script> = {
  story: {},
  slow: { delay: 3000 },
  never: { delay: 24 * 60 * 60 * 1000 },
  'wrong-code': {
    on: {
      confirmEnrollment: 'invalid-code',
      verify: 'invalid-code',
      verifyRecoveryCode: 'invalid-recovery-code',
      stepUp: (call) => ('password' in call.input ? 'invalid-password' : 'invalid-code'),
    },
  },
  'last-try': refuse(PROOFS, lastTry),
  'too-many-tries': refuse(PROOFS, tooManyTries),
  locked: refuse(PROOFS, lockedForAWhile),
  'login-expired': refuse(EVERYTHING, 'login-expired'),
  'signed-out': refuse(EVERYTHING, 'signed-out'),
  offline: refuse(EVERYTHING, 'offline'),
  unavailable: refuse(EVERYTHING, 'unavailable'),
  'answer-lost': refuse(CHANGES, 'unknown-outcome'),
};

/** What each server did as its story had it, kept while it does something else. */
const asTold = new WeakMap<ScriptControls, Required<Script>>();

/** Makes a server in memory do what the toolbar says, from the next thing that is asked of it on. */
export function setServer(backend: ScriptControls, server: Server): void {
  const told = asTold.get(backend) ?? { delay: backend.delay, on: { ...backend.on } };
  if (server === 'story') asTold.delete(backend);
  else asTold.set(backend, told);
  const { delay = told.delay, on } = SCRIPTS[server];
  for (const operation of EVERYTHING) Reflect.deleteProperty(backend.on, operation);
  Object.assign(backend.on, told.on, on);
  backend.delay = delay;
}
