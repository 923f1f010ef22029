import { OPERATION_NAMES, OPERATIONS } from '../../src/backend/operations.js';
import type { MfaError, MfaErrorKind, MfaOperation } from '../../src/index.js';
import type { ScriptControls, Scripts } from '../../src/testing/scripted-backend.js';
import type { Server } from '../.storybook/story-page.js';
import { lastTry, lockedForAWhile, tooManyTries } from './errors.js';

/** What a server in memory does to whatever is asked of it. */
interface Script {
  readonly delay?: number;
  readonly on?: Scripts;
}

/** The fields of an input that a server can refuse. */
const PROOF_FIELDS = ['code', 'recoveryCode', 'password'];

/** The operations that send a code or a password. */
const PROOFS = OPERATION_NAMES.filter((operation) =>
  Object.keys(OPERATIONS[operation].input ?? {}).some((field) => PROOF_FIELDS.includes(field)),
);

/** A lost response of these does not matter: asked again, the same enrollment begins or is forgotten. */
const REPEATABLE: readonly MfaOperation[] = ['startEnrollment', 'cancelEnrollment'];

/** The operations that change something, so that it matters whether the response arrived. */
const CHANGES = OPERATION_NAMES.filter(
  (operation) => OPERATIONS[operation].changes !== 'never' && !REPEATABLE.includes(operation),
);

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
  'login-expired': refuse(OPERATION_NAMES, 'login-expired'),
  'signed-out': refuse(OPERATION_NAMES, 'signed-out'),
  offline: refuse(OPERATION_NAMES, 'offline'),
  unavailable: refuse(OPERATION_NAMES, 'unavailable'),
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
  for (const operation of OPERATION_NAMES) Reflect.deleteProperty(backend.on, operation);
  Object.assign(backend.on, told.on, on);
  backend.delay = delay;
}
