import type { Authenticator, Enrollment, MfaOperation, MfaState } from '../backend/backend.js';
import { MfaError, type MfaErrorKind, type StepUpProof } from '../backend/mfa-error.js';
import type { OperationInput, OperationResult } from '../backend/operations.js';
import { normalizeRecoveryCode } from '../otp/recovery-code.js';

/** The state of the sample account at the start, and what its server requires. */
export interface SampleAccountOptions {
  /** The step that is due at sign-in. Default `enrollment-required`. */
  readonly state?: MfaState;
  /** The linked apps. Default one; none if an enrollment is due. */
  readonly authenticators?: readonly Authenticator[];
  /** The recovery codes of the account. Default the ten of {@link SAMPLE}. */
  readonly recoveryCodes?: readonly string[];
  /** Requires one of these proofs before a change to apps or recovery codes. Default none. */
  readonly stepUp?: readonly StepUpProof[];
  /** Where the server redirects after signing in. Default nowhere. */
  readonly redirectTo?: string;
}

/** The sample account: the code and the password that are right, and what it shows. */
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

/** This server accepts a recovery code as a person may copy it from paper (Crockford's base32). */
const asWritten = (code: string) => normalizeRecoveryCode(code, '0123456789ABCDEFGHJKMNPQRSTVWXYZ');

/** Creates the account in memory, with what each operation does to it. */
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

  const actions: {
    [Op in MfaOperation]: (input: OperationInput<Op>) => OperationResult<Op>;
  } = {
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
    actions,
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
  throw new MfaError(kind, `The scripted backend rejects with ${kind}.`, facts);
}
