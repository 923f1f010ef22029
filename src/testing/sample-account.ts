import type {
  Authenticator,
  Enrollment,
  MfaBackend,
  MfaOperation,
  MfaState,
} from '../backend/backend.js';
import type { ResultOf } from '../backend/results/parse-result.js';
import { MfaError, type MfaErrorKind, type StepUpProof } from '../backend/mfa-error.js';
import { normalizeRecoveryCode } from '../otp/recovery-code.js';

type Operations = Required<Pick<MfaBackend, MfaOperation>>;

/** What an operation is asked with; `undefined` for one that is asked with nothing. */
export type InputOf<Op extends MfaOperation> =
  Parameters<Operations[Op]> extends [infer Input, unknown?] ? Input : undefined;

/** Where the sample account stands, and what its server wants. */
export interface SampleAccountOptions {
  /** Where the sign-in stands at the start. Default `enrollment-required`. */
  readonly state?: MfaState;
  /** The linked apps. Default one, or none when an app has yet to be linked. */
  readonly authenticators?: readonly Authenticator[];
  /** The recovery codes the account gives out. Default {@link SAMPLE}'s ten. */
  readonly recoveryCodes?: readonly string[];
  /** Asks for one of these proofs before a change to what is linked or kept. Default none. */
  readonly stepUp?: readonly StepUpProof[];
  /** Where the server sends a person who is in. Default nowhere. */
  readonly redirectTo?: string;
}

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

/** This server reads a recovery code as a person may copy it from paper (Crockford's base32). */
const asWritten = (code: string) => normalizeRecoveryCode(code, '0123456789ABCDEFGHJKMNPQRSTVWXYZ');

/** What the server remembers of the sample account, and what each operation does to it. */
export function sampleAccount(options: SampleAccountOptions) {
  let state = options.state ?? 'enrollment-required';
  let authenticators =
    options.authenticators ?? (state === 'enrollment-required' ? [] : [SAMPLE.authenticator]);
  let recoveryCodes = options.recoveryCodes ?? SAMPLE.recoveryCodes;
  let total = recoveryCodes.length;
  let codesCreatedAt: Date = SAMPLE.authenticator.createdAt;
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
      const given = asWritten(recoveryCode);
      const left = recoveryCodes.filter((code) => asWritten(code) !== given);
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
      requireProof();
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
      return { left: recoveryCodes.length, total, createdAt: codesCreatedAt };
    },
    generateRecoveryCodes: () => {
      requireSignIn();
      requireProof();
      recoveryCodes = options.recoveryCodes ?? SAMPLE.recoveryCodes;
      total = recoveryCodes.length;
      codesCreatedAt = new Date();
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

/** Rejects as a server would. */
export function refuse(
  kind: MfaErrorKind,
  facts?: ConstructorParameters<typeof MfaError>[2],
): never {
  throw new MfaError(kind, `The scripted backend answers ${kind}.`, facts);
}
