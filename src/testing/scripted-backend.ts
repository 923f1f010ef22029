import type {
  MfaBackend,
  MfaCapabilities,
  MfaOperation,
  MfaState,
  RequestOptions,
} from '../backend/backend.js';
import type { ResultOf } from '../backend/results/parse-result.js';
import { untilAborted } from '../backend/http/until-aborted.js';
import { MfaError, type MfaErrorKind } from '../backend/mfa-error.js';
import {
  refuse,
  sampleAccount,
  type InputOf,
  type SampleAccountOptions,
} from './sample-account.js';

type Operations = Required<Pick<MfaBackend, MfaOperation>>;

/** One time that an operation was asked for. */
export interface ScriptedCall<Op extends MfaOperation = MfaOperation> {
  readonly operation: Op;
  readonly input: InputOf<Op>;
  readonly signal?: AbortSignal;
  /** Does what the account would have done without a script; throws an MfaError where it refuses. */
  readonly proceed: () => ResultOf<Op>;
}

/** A result; or the kind of error, or the error itself, to reject with. */
export type Answer<Op extends MfaOperation> = ResultOf<Op> | MfaErrorKind | MfaError;

/** An answer for every call, or a function that is asked for one at each call. */
export type Script<Op extends MfaOperation> =
  Answer<Op> | ((call: ScriptedCall<Op>) => Answer<Op> | Promise<Answer<Op>>);

/** The scripted operations; the others do what the sample account does. */
export type Scripts = { [Op in MfaOperation]?: Script<Op> };

/** A call that waits until the test lets it go. */
export interface HeldCall<Op extends MfaOperation> {
  /** Fulfilled when the call has come in. */
  readonly called: Promise<ScriptedCall<Op>>;
  /** Lets the call go with this answer. */
  answer(answer: Answer<Op>): void;
  /** Lets the call go with what the account itself says. */
  proceed(): void;
}

export interface ScriptedBackendOptions<
  Missing extends MfaOperation = never,
> extends SampleAccountOptions {
  /** What it says it can do beside its operations. Default: it can remember a device. */
  readonly capabilities?: MfaCapabilities;
  /** Milliseconds before every answer. Default 0: the answer comes in a microtask, without a timer. */
  readonly delay?: number;
  /** What to answer instead of what the account would do, per operation. */
  readonly on?: Scripts;
  /** Operations that this server does not have; they are absent from the object. */
  readonly without?: readonly Missing[];
}

/** What a test may look at and turn, beside the operations themselves. */
export interface ScriptControls {
  readonly capabilities: MfaCapabilities;
  /** Every call so far, oldest first. */
  readonly calls: readonly ScriptedCall[];
  /** The scripts: set one (`backend.on.verify = 'offline'`), or delete it, between two calls. */
  readonly on: Scripts;
  /** Milliseconds before every answer: set it between two calls. */
  delay: number;
  /** Where the sign-in stands now. */
  readonly state: MfaState;
  /** Signs out and gives the password again: a code is due, or linking when no app is linked. */
  signInAgain(): void;
  /** Makes the next call of an operation wait: `const held = backend.hold('verify')`. */
  hold<Op extends MfaOperation>(operation: Op): HeldCall<Op>;
}

export type ScriptedBackend<Missing extends MfaOperation = never> = Omit<Operations, Missing> &
  ScriptControls;

/**
 * A server in memory: for tests, stories and hosts that want to see every step without a backend.
 *
 * Without options it carries the whole journey of {@link SAMPLE}: the code `123456` is right and
 * every other code is wrong, a spent recovery code stays spent, an unlinked app is gone.
 *
 * @example
 * const backend = scriptedBackend({ state: 'code-required', on: { verify: 'rate-limited' } });
 * const held = backend.hold('status');
 * held.answer('offline');
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
    input: InputOf<Op>,
    { signal }: RequestOptions = {},
  ): Promise<ResultOf<Op>> => {
    const act: (input: InputOf<Op>) => ResultOf<Op> = account.acts[operation];
    const call: ScriptedCall<Op> = {
      operation,
      input,
      ...(signal && { signal }),
      proceed: () => act(input),
    };
    calls.push(call);
    signal?.throwIfAborted();
    const answering = async (): Promise<ResultOf<Op>> => {
      if (backend.delay) await wait(backend.delay, signal);
      const script: unknown = holding.get(operation)?.shift() ?? on[operation];
      if (typeof script === 'function') {
        return settle((await (script as (asked: typeof call) => unknown)(call)) as Answer<Op>);
      }
      // An operation without a result may be scripted with `undefined`: presence decides.
      return Object.hasOwn(on, operation) ? settle(script as Answer<Op>) : call.proceed();
    };
    return signal ? await untilAborted(answering(), signal) : await answering();
  };

  const operations: Operations = {
    status: (asked) => perform('status', undefined, asked),
    startEnrollment: (asked) => perform('startEnrollment', undefined, asked),
    confirmEnrollment: (input, asked) => perform('confirmEnrollment', input, asked),
    cancelEnrollment: (input, asked) => perform('cancelEnrollment', input, asked),
    verify: (input, asked) => perform('verify', input, asked),
    verifyRecoveryCode: (input, asked) => perform('verifyRecoveryCode', input, asked),
    listAuthenticators: (asked) => perform('listAuthenticators', undefined, asked),
    renameAuthenticator: (input, asked) => perform('renameAuthenticator', input, asked),
    unlinkAuthenticator: (input, asked) => perform('unlinkAuthenticator', input, asked),
    stepUp: (input, asked) => perform('stepUp', input, asked),
    recoveryCodesStatus: (asked) => perform('recoveryCodesStatus', undefined, asked),
    generateRecoveryCodes: (asked) => perform('generateRecoveryCodes', undefined, asked),
  };
  for (const missing of options.without ?? []) Reflect.deleteProperty(operations, missing);

  const backend = {
    ...operations,
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
  // The compiler cannot follow the operations that were deleted by name.
  return backend;
}

function settle<Op extends MfaOperation>(answer: Answer<Op>): ResultOf<Op> {
  if (answer instanceof MfaError) throw answer;
  // No operation answers with a bare string, so a string is always a kind.
  if (typeof answer === 'string') refuse(answer);
  return answer;
}

function holdCall<Op extends MfaOperation>() {
  let arrive: (call: ScriptedCall<Op>) => void;
  let release: (answer: Answer<Op> | Promise<Answer<Op>>) => void;
  const called = new Promise<ScriptedCall<Op>>((resolve) => (arrive = resolve));
  const answer = new Promise<Answer<Op>>((resolve) => (release = resolve));
  const held: HeldCall<Op> = {
    called,
    answer: (given) => {
      release(given);
    },
    proceed: () => {
      release(called.then((call) => call.proceed()));
    },
  };
  const take = (call: unknown) => {
    arrive(call as ScriptedCall<Op>);
    return answer;
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
