import type {
  Authenticator,
  Enrollment,
  MfaBackend,
  MfaOperation,
  MfaState,
  RequestOptions,
} from '../backend/backend.js';
import { untilAborted } from '../backend/http/until-aborted.js';
import { MfaError, type MfaErrorKind, type StepUpProof } from '../backend/mfa-error.js';
import { normalizeRecoveryCode } from '../otp/recovery-code.js';

type Operations = Required<MfaBackend>;

/** What an operation is asked with; `undefined` for one that is asked with nothing. */
export type InputOf<Op extends MfaOperation> =
  Parameters<Operations[Op]> extends [infer Input, unknown?] ? Input : undefined;

/** What an operation answers when all goes well. */
export type ResultOf<Op extends MfaOperation> = Awaited<ReturnType<Operations[Op]>>;

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

export interface ScriptedBackendOptions<Missing extends MfaOperation = never> {
  /** Where the sign-in stands at the start. Default `enrollment-required`. */
  readonly state?: MfaState;
  /** Milliseconds before every answer. Default 0: the answer comes in a microtask, without a timer. */
  readonly delay?: number;
  /** What to answer instead of what the account would do, per operation. */
  readonly on?: Scripts;
  /** Operations that this server does not have; they are absent from the object. */
  readonly without?: readonly Missing[];
  /** The linked apps. Default one, or none when an app has yet to be linked. */
  readonly authenticators?: readonly Authenticator[];
  /** The recovery codes the account gives out. Default {@link SAMPLE}'s ten. */
  readonly recoveryCodes?: readonly string[];
  /** Asks for one of these proofs before unlinking and before new recovery codes. Default none. */
  readonly stepUp?: readonly StepUpProof[];
  /** Where the server sends a person who is in. Default nowhere. */
  readonly redirectTo?: string;
}

/** What a test may look at and turn, beside the operations themselves. */
export interface ScriptControls {
  /** Every call so far, oldest first. */
  readonly calls: readonly ScriptedCall[];
  /** The scripts: set one (`backend.on.verify = 'offline'`), or delete it, between two calls. */
  readonly on: Scripts;
  /** Where the sign-in stands now. */
  readonly state: MfaState;
  /** Signs out and gives the password again: a code is due, or linking when no app is linked. */
  signInAgain(): void;
  /** Makes the next call of an operation wait: `const held = backend.hold('verify')`. */
  hold<Op extends MfaOperation>(operation: Op): HeldCall<Op>;
}

export type ScriptedBackend<Missing extends MfaOperation = never> = Omit<Operations, Missing> &
  ScriptControls;

/** The sample account: what is right in it, and what it shows. */
export const SAMPLE = {
  issuer: 'ProfiPortaal',
  account: 'profiklant@voorbeeld.nl',
  code: '123456',
  password: 'welkom-bij-profi',
  enrollmentId: 'koppeling-1',
  secret: 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP',
  otpauthUri:
    'otpauth://totp/ProfiPortaal:profiklant%40voorbeeld.nl?secret=JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP&issuer=ProfiPortaal',
  authenticator: {
    id: 'app-1',
    method: 'totp',
    name: 'Google Authenticator',
    createdAt: new Date('2026-01-12T08:30:00Z'),
    lastUsedAt: new Date('2026-03-02T16:05:00Z'),
  },
  recoveryCodes: [
    'H7KQ-2MXR-9TPD',
    'W4BN-6CZF-3JVG',
    'R8YT-5DHS-7QLK',
    'M2PX-9WGC-4NBF',
    'K6ZV-3RJT-8HYD',
    'T9CS-7FQN-2XMW',
    'B5GL-4VKP-6RZJ',
    'N3DH-8YXT-5CWQ',
    'F7MR-2BJS-9KGV',
    'Q4TZ-6PLN-3DHC',
  ],
} as const;

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
      if (options.delay) await wait(options.delay, signal);
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
    calls,
    on,
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

/** What the server remembers of the sample account, and what each operation does to it. */
function sampleAccount(options: ScriptedBackendOptions<MfaOperation>) {
  let state = options.state ?? 'enrollment-required';
  let authenticators =
    options.authenticators ?? (state === 'enrollment-required' ? [] : [SAMPLE.authenticator]);
  let recoveryCodes = options.recoveryCodes ?? SAMPLE.recoveryCodes;
  let total = recoveryCodes.length;
  let proven = !options.stepUp?.length;

  const { redirectTo } = options;
  const next = redirectTo === undefined ? {} : { redirectTo };
  const requireSignIn = () => {
    if (state === 'signed-out') refuse('signed-out');
  };
  const requireProof = () => {
    if (!proven) refuse('step-up-required', { stepUp: options.stepUp ?? [] });
  };
  const requireCode = (code: string) => {
    requireSignIn();
    if (code !== SAMPLE.code) refuse('invalid-code');
  };
  const find = (id: string): Authenticator =>
    authenticators.find((one) => one.id === id) ?? refuse('not-found');

  const acts: { [Op in MfaOperation]: (input: InputOf<Op>) => ResultOf<Op> } = {
    status: () => ({ state, methods: ['totp'], account: SAMPLE.account, issuer: SAMPLE.issuer }),
    startEnrollment: (): Enrollment => {
      requireSignIn();
      const { enrollmentId: id, secret, otpauthUri } = SAMPLE;
      const expiresAt = new Date(Date.now() + 10 * 60_000);
      return { id, method: 'totp', secret, otpauthUri, expiresAt };
    },
    confirmEnrollment: ({ code, name }) => {
      requireCode(code);
      const authenticator: Authenticator = {
        id: `app-${authenticators.length + 1}`,
        method: 'totp',
        name: name ?? SAMPLE.authenticator.name,
        createdAt: new Date(),
      };
      authenticators = [...authenticators, authenticator];
      state = 'verified';
      return { authenticator, recoveryCodes, ...next };
    },
    cancelEnrollment: requireSignIn,
    verify: ({ code }) => {
      requireCode(code);
      state = 'verified';
      return next;
    },
    verifyRecoveryCode: ({ recoveryCode }) => {
      requireSignIn();
      const given = normalizeRecoveryCode(recoveryCode);
      const left = recoveryCodes.filter((code) => normalizeRecoveryCode(code) !== given);
      if (left.length === recoveryCodes.length) refuse('invalid-recovery-code');
      recoveryCodes = left;
      state = 'verified';
      return { recoveryCodesLeft: left.length, ...next };
    },
    listAuthenticators: () => {
      requireSignIn();
      return authenticators;
    },
    renameAuthenticator: ({ authenticatorId, name }) => {
      requireSignIn();
      const renamed = { ...find(authenticatorId), name };
      authenticators = authenticators.map((one) => (one.id === authenticatorId ? renamed : one));
      return renamed;
    },
    unlinkAuthenticator: ({ authenticatorId }) => {
      requireSignIn();
      const unlinked = find(authenticatorId);
      requireProof();
      authenticators = authenticators.filter((one) => one !== unlinked);
    },
    stepUp: (proof) => {
      if ('code' in proof) requireCode(proof.code);
      else if (proof.password !== SAMPLE.password) refuse('invalid-password');
      proven = true;
    },
    recoveryCodesStatus: () => {
      requireSignIn();
      return { left: recoveryCodes.length, total, createdAt: SAMPLE.authenticator.createdAt };
    },
    generateRecoveryCodes: () => {
      requireSignIn();
      requireProof();
      recoveryCodes = options.recoveryCodes ?? SAMPLE.recoveryCodes;
      total = recoveryCodes.length;
      return recoveryCodes;
    },
  };

  return {
    acts,
    get state() {
      return state;
    },
    signInAgain: () => {
      state = authenticators.length > 0 ? 'code-required' : 'enrollment-required';
      proven = !options.stepUp?.length;
    },
  };
}

function refuse(kind: MfaErrorKind, facts?: ConstructorParameters<typeof MfaError>[2]): never {
  throw new MfaError(kind, `The scripted backend answers ${kind}.`, facts);
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
