import { OPERATION_NAMES, OPERATIONS } from '../../src/backend/operations.js';
import type { MfaError, MfaErrorKind, MfaOperation } from '../../src/index.js';
import type { ScriptControls, Scripts } from '../../src/testing/scripted-backend.js';
import type { ServerScenario } from '../.storybook/story-page.js';
import { lastTry, lockedForAWhile, tooManyTries } from './errors.js';

/** How a server in memory responds. */
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

/** A lost response of these does not matter: on a new request, the same enrollment begins or is removed. */
const REPEATABLE: readonly MfaOperation[] = ['startEnrollment', 'cancelEnrollment'];

/** The operations that change something, so that it matters whether the response arrived. */
const CHANGES = OPERATION_NAMES.filter(
  (operation) => OPERATIONS[operation].changes !== 'never' && !REPEATABLE.includes(operation),
);

const refuse = (operations: readonly MfaOperation[], error: MfaErrorKind | MfaError): Script => ({
  on: Object.fromEntries(operations.map((operation) => [operation, error])),
});

const SCENARIOS: Record<ServerScenario, Script> = {
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
  'response-lost': refuse(CHANGES, 'unknown-outcome'),
};

/** The script of the story for each server, while another one replaces it. */
const storyScripts = new WeakMap<ScriptControls, Required<Script>>();

/** Makes a server in memory respond as the toolbar says, from the next request on. */
export function setServerScenario(backend: ScriptControls, scenario: ServerScenario): void {
  const script = storyScripts.get(backend) ?? { delay: backend.delay, on: { ...backend.on } };
  if (scenario === 'story') storyScripts.delete(backend);
  else storyScripts.set(backend, script);
  const { delay = script.delay, on } = SCENARIOS[scenario];
  for (const operation of OPERATION_NAMES) Reflect.deleteProperty(backend.on, operation);
  Object.assign(backend.on, script.on, on);
  backend.delay = delay;
}
