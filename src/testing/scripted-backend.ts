import type {
  MfaCapabilities,
  MfaOperation,
  MfaState,
  RequestOptions,
} from '../backend/backend.js';
import { untilAborted } from '../backend/http/until-aborted.js';
import { MfaError, type MfaErrorKind } from '../backend/mfa-error.js';
import {
  createOperations,
  OPERATION_NAMES,
  type OperationInput,
  type OperationResult,
  type Operations,
} from '../backend/operations.js';
import { refuse, sampleAccount, type SampleAccountOptions } from './sample-account.js';

/** One call of an operation. */
export interface ScriptedCall<Op extends MfaOperation = MfaOperation> {
  readonly operation: Op;
  readonly input: OperationInput<Op>;
  readonly signal?: AbortSignal;
  /** Does what the account does without a script; throws an MfaError if it refuses. */
  readonly proceed: () => OperationResult<Op>;
}

/**
 * A result to resolve to; or an error, or the kind of one, to reject with. As with any backend, `timeout`, `unavailable`
 * and `unexpected` leave the outcome of a change unknown, unless they have a status of 400 to 499.
 */
export type ScriptedResult<Op extends MfaOperation> = OperationResult<Op> | MfaErrorKind | MfaError;

/** A result for every call, or a function that returns one for each call. */
export type Script<Op extends MfaOperation> =
  | ScriptedResult<Op>
  | ((call: ScriptedCall<Op>) => ScriptedResult<Op> | Promise<ScriptedResult<Op>>);

/** The scripted operations; the others do what the sample account does. */
export type Scripts = { [Op in MfaOperation]?: Script<Op> };

/** A call that waits until the test settles it. */
export interface HeldCall<Op extends MfaOperation> {
  /** Resolves when the call comes in. */
  readonly called: Promise<ScriptedCall<Op>>;
  /** Settles the call with this result or error. */
  settle(result: ScriptedResult<Op>): void;
  /** Settles the call as the account does without a script. */
  proceed(): void;
}

export interface ScriptedBackendOptions<
  Missing extends MfaOperation = never,
> extends SampleAccountOptions {
  /** The features beside operations. Default: it remembers devices and reports the last use. */
  readonly capabilities?: MfaCapabilities;
  /** Milliseconds before every call settles. Default 0: it settles in a microtask, without a timer. */
  readonly delay?: number;
  /** Results that replace those of the account, by operation. */
  readonly on?: Scripts;
  /** Operations that this server does not have; they are absent from the object. */
  readonly without?: readonly Missing[];
}

/** The controls for tests, besides the operations themselves. */
export interface ScriptControls {
  readonly capabilities: MfaCapabilities;
  /** Every call so far, oldest first. */
  readonly calls: readonly ScriptedCall[];
  /** The scripts: set one (`backend.on.verify = 'offline'`), or delete it, between two calls. */
  readonly on: Scripts;
  /** Milliseconds before every call settles: set it between two calls. */
  delay: number;
  /** The step that is due at sign-in now. */
  readonly state: MfaState;
  /** Signs out and enters the password again: a code is due, or an enrollment if no app is linked. */
  signInAgain(): void;
  /** Makes the next call of an operation wait: `const held = backend.hold('verify')`. */
  hold<Op extends MfaOperation>(operation: Op): HeldCall<Op>;
}

export type ScriptedBackend<Missing extends MfaOperation = never> = Omit<Operations, Missing> &
  ScriptControls;

/**
 * Creates a server in memory: for tests, stories, and pages that show every step without a backend.
 *
 * Without options it supports the whole journey of {@link SAMPLE}: the code `123456` is right and
 * every other code is wrong, a used recovery code stays used, and an unlinked app is gone.
 *
 * @example
 * const backend = scriptedBackend({ state: 'code-required', on: { verify: 'rate-limited' } });
 * const held = backend.hold('status');
 * held.settle('offline');
 * backend.calls.map(({ operation }) => operation); // ['status']
 */
export function scriptedBackend<const Missing extends MfaOperation = never>(
  options: ScriptedBackendOptions<Missing> = {},
): ScriptedBackend<Missing> {
  const account = sampleAccount(options);
  const calls: ScriptedCall[] = [];
  const on: Scripts = { ...options.on };
  const holding = new Map<MfaOperation, ((call: unknown) => unknown)[]>();

  const perform = async <Op extends MfaOperation>(
    operation: Op,
    input: OperationInput<Op>,
    { signal }: RequestOptions = {},
  ): Promise<OperationResult<Op>> => {
    const action: (input: OperationInput<Op>) => OperationResult<Op> = account.actions[operation];
    const call: ScriptedCall<Op> = {
      operation,
      input,
      ...(signal && { signal }),
      proceed: () => action(input),
    };
    calls.push(call);
    signal?.throwIfAborted();
    const settling = async (): Promise<OperationResult<Op>> => {
      if (controls.delay) await wait(controls.delay, signal);
      const script: unknown = holding.get(operation)?.shift() ?? on[operation];
      if (typeof script === 'function') {
        const result = await (script as (asked: typeof call) => unknown)(call);
        return unwrap(result as ScriptedResult<Op>);
      }
      // An operation without a result may be scripted with `undefined`: presence decides.
      return Object.hasOwn(on, operation) ? unwrap(script as ScriptedResult<Op>) : call.proceed();
    };
    return signal ? await untilAborted(settling(), signal) : await settling();
  };

  const without: readonly MfaOperation[] = options.without ?? [];
  const operations = createOperations(
    OPERATION_NAMES.filter((operation) => !without.includes(operation)),
    perform,
  );
  const controls: ScriptControls = {
    capabilities: options.capabilities ?? { rememberDevice: true, tellsLastUse: true },
    calls,
    on,
    delay: options.delay ?? 0,
    get state() {
      return account.state;
    },
    signInAgain: account.signInAgain,
    hold: <Op extends MfaOperation>(operation: Op) => {
      const { take, held } = holdCall<Op>();
      holding.set(operation, [...(holding.get(operation) ?? []), take]);
      return held;
    },
  };
  // The compiler does not see that only the operations of `without` are missing.
  return Object.assign(controls, operations) as ScriptedBackend<Missing>;
}

function unwrap<Op extends MfaOperation>(result: ScriptedResult<Op>): OperationResult<Op> {
  if (result instanceof MfaError) throw result;
  // No operation resolves to a string, so a string is always an error kind.
  if (typeof result === 'string') refuse(result);
  return result;
}

function holdCall<Op extends MfaOperation>() {
  let arrive: (call: ScriptedCall<Op>) => void;
  let release: (result: ScriptedResult<Op> | Promise<ScriptedResult<Op>>) => void;
  const called = new Promise<ScriptedCall<Op>>((resolve) => (arrive = resolve));
  const settled = new Promise<ScriptedResult<Op>>((resolve) => (release = resolve));
  const held: HeldCall<Op> = {
    called,
    settle: (result) => {
      release(result);
    },
    proceed: () => {
      release(called.then((call) => call.proceed()));
    },
  };
  const take = (call: unknown) => {
    arrive(call as ScriptedCall<Op>);
    return settled;
  };
  return { held, take };
}

function wait(milliseconds: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds);
    // Nothing waits for an aborted call, so its timer need not run on in the page.
    signal?.addEventListener('abort', () => clearTimeout(timer), { once: true });
  });
}
