import type {
  Authenticator,
  Enrollment,
  EnrollmentConfirmation,
  MfaBackend,
  MfaOperation,
  MfaState,
  MfaStatus,
  RecoveryCodesStatus,
  Verification,
} from '../backend.js';
import { readEnrollmentSecret, type AccountNames } from './enrollment-secret.js';
import { ObjectReader } from './object-reader.js';

/** What an operation answers when all goes well. */
export type ResultOf<Op extends MfaOperation> = Awaited<ReturnType<Required<MfaBackend>[Op]>>;

/** What is known beside an answer. */
export interface ResultContext extends AccountNames {
  /** What was given to the operation. */
  readonly input: object;
}

const STATES: readonly MfaState[] = [
  'enrollment-required',
  'code-required',
  'verified',
  'signed-out',
];

/**
 * Makes what a mapping gathered, or a backend of the page's own gave, into the domain's own types: each known field by itself, checked,
 * and nothing else (C31 and C54). What is missing or of another type is `unexpected`.
 *
 * Times are RFC 3339. An app that an answer does not name is the one that was asked about.
 */
export const RESULTS: {
  readonly [Op in MfaOperation]: (raw: unknown, context: ResultContext) => ResultOf<Op>;
} = {
  status: (raw): MfaStatus => {
    const status = ObjectReader.from(raw, 'status');
    return {
      state: status.oneOf('state', STATES),
      methods: status.optionalTexts('methods') ?? ['totp'],
      ...status.pick({ account: 'text', issuer: 'text' }),
    };
  },
  startEnrollment: (raw, context): Enrollment => {
    const enrollment = ObjectReader.from(raw, 'enrollment');
    return {
      // A server that keeps one enrollment per session has no need to name it.
      id: enrollment.optionalId('id') ?? 'current',
      method: enrollment.optionalText('method') ?? 'totp',
      ...readEnrollmentSecret(enrollment, context),
      ...enrollment.pick({ expiresAt: 'date' }),
    };
  },
  confirmEnrollment: (raw, { input }): EnrollmentConfirmation => {
    const confirmation = ObjectReader.from(raw ?? {}, 'confirmation');
    const asked = ObjectReader.from(input, 'input');
    const recoveryCodes = confirmation.optionalTexts('recoveryCodes');
    return {
      authenticator: readAuthenticator(confirmation.optional('authenticator') ?? {}, {
        id: asked.optionalId('enrollmentId'),
        name: asked.optionalText('name'),
      }),
      ...(recoveryCodes && { recoveryCodes }),
      ...confirmation.pick({ redirectTo: 'text' }),
    };
  },
  cancelEnrollment: nothing,
  verify: readVerification,
  verifyRecoveryCode: readVerification,
  listAuthenticators: (raw): readonly Authenticator[] =>
    ObjectReader.items(raw, 'authenticators').map((item) => readAuthenticator(item)),
  renameAuthenticator: (raw, { input }): Authenticator => {
    const asked = ObjectReader.from(input, 'input');
    const id = asked.optionalId('authenticatorId');
    return readAuthenticator(raw ?? {}, { id, name: asked.optionalText('name') });
  },
  unlinkAuthenticator: nothing,
  stepUp: nothing,
  recoveryCodesStatus: (raw): RecoveryCodesStatus => {
    const status = ObjectReader.from(raw, 'recovery codes status');
    return { left: status.count('left'), ...status.pick({ total: 'count', createdAt: 'date' }) };
  },
  generateRecoveryCodes: (raw): readonly string[] =>
    ObjectReader.items(raw, 'recovery codes').map((code) =>
      ObjectReader.text(code, 'recovery code'),
    ),
};

function readAuthenticator(
  raw: unknown,
  asked: { readonly id?: string | undefined; readonly name?: string | undefined } = {},
): Authenticator {
  const authenticator = ObjectReader.from(raw, 'authenticator');
  return {
    ...(asked.name && { name: asked.name }),
    id: authenticator.optionalId('id') ?? asked.id ?? authenticator.id('id'),
    method: authenticator.optionalText('method') ?? 'totp',
    ...authenticator.pick({ name: 'text', createdAt: 'date', lastUsedAt: 'date' }),
  };
}

function readVerification(raw: unknown): Verification {
  // An answer without a body says all that a right code needs (C55).
  if (raw === undefined) return {};
  const verification = ObjectReader.from(raw, 'verification');
  const recoveryCodes = verification.optionalTexts('recoveryCodes');
  return {
    ...verification.pick({ redirectTo: 'text', recoveryCodesLeft: 'count' }),
    ...(recoveryCodes?.length && { recoveryCodes }),
  };
}

function nothing(): undefined {
  return undefined;
}
