import { own, ownData } from '../own.js';
import type {
  Authenticator,
  Enrollment,
  EnrollmentConfirmation,
  MfaOperation,
  MfaState,
  MfaStatus,
  RecoveryCodesStatus,
  Verification,
} from '../backend.js';
import type { OperationResult } from '../operations.js';
import { loadFile } from '../load-file.js';
import { loadEnrollmentReader } from './load-enrollment-reader.js';
import type { AccountNames } from './account-names.js';
import { ObjectReader } from './object-reader.js';

/** The context of a result. */
export interface ResultContext extends AccountNames {
  /** The input of the operation. */
  readonly input: object;
}

/**
 * Validates the raw result of an operation, from a mapping or from a custom backend, and copies only
 * the known fields (C31 and C54).
 *
 * Times are RFC 3339; one that no server means, such as `0001-01-01T00:00:00Z`, is absent. A result has to say
 * that the operation was done: an app that was linked has an id, new codes are at least one. A rename without
 * a result is the one of the input; a result names the app.
 *
 * @throws MfaError `unexpected` if a field is missing or has another type; `unavailable` or `offline` if the file that
 * reads an enrollment does not arrive.
 */
export async function parseResult<Op extends MfaOperation>(
  operation: Op,
  raw: unknown,
  context: ResultContext,
): Promise<OperationResult<Op>> {
  const parse: Parser<Op> = PARSERS[operation];
  // A client that reads JSON makes an empty text of a response without a body.
  return ownData(await parse(raw === '' ? undefined : raw, context));
}

type Parser<Op extends MfaOperation> = (
  raw: unknown,
  context: ResultContext,
) => OperationResult<Op> | Promise<OperationResult<Op>>;

const STATES: readonly MfaState[] = [
  'enrollment-required',
  'code-required',
  'verified',
  'signed-out',
];

const PARSERS: { readonly [Op in MfaOperation]: Parser<Op> } = {
  status: (raw): MfaStatus => {
    const status = ObjectReader.from(raw, 'status');
    return {
      state: status.oneOf('state', STATES),
      methods: status.optionalTexts('methods') ?? ['totp'],
      ...status.pick({ account: 'text', issuer: 'text' }),
    };
  },
  startEnrollment: async (raw, names): Promise<Enrollment> => {
    const enrollment = ObjectReader.from(raw, 'enrollment');
    const { readEnrollmentSecret } = await loadFile('enrollments', loadEnrollmentReader);
    return {
      // A server that has one enrollment per session need not name it.
      id: enrollment.optionalId('id') ?? 'current',
      method: enrollment.optionalText('method') ?? 'totp',
      ...readEnrollmentSecret(enrollment, names),
      ...enrollment.pick({ expiresAt: 'date' }),
    };
  },
  confirmEnrollment: (raw, { input }): EnrollmentConfirmation => {
    const confirmation = ObjectReader.from(raw, 'confirmation');
    const given = ObjectReader.from(input, 'input');
    const recoveryCodes = confirmation.optionalTexts('recoveryCodes');
    return {
      authenticator: readAuthenticator(confirmation.optional('authenticator'), {
        name: given.optionalText('name'),
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
    const given = ObjectReader.from(input, 'input');
    const id = given.optionalId('authenticatorId');
    const renamed = readAuthenticator(raw ?? {}, { id, name: given.optionalText('name') });
    if (raw !== undefined) ObjectReader.from(raw, 'authenticator').requireAny('id', 'name');
    return renamed;
  },
  unlinkAuthenticator: nothing,
  stepUp: nothing,
  recoveryCodesStatus: (raw): RecoveryCodesStatus => {
    const status = ObjectReader.from(raw, 'recovery codes status');
    return { left: status.count('left'), ...status.pick({ total: 'count', createdAt: 'date' }) };
  },
  generateRecoveryCodes: (raw): readonly string[] =>
    ObjectReader.someItems(raw, 'recovery codes').map((code) =>
      ObjectReader.text(code, 'recovery code'),
    ),
};

function readAuthenticator(
  raw: unknown,
  given: { readonly id?: string | undefined; readonly name?: string | undefined } = own({}),
): Authenticator {
  const authenticator = ObjectReader.from(raw, 'authenticator');
  return {
    ...(given.name && { name: given.name }),
    id: authenticator.optionalId('id') ?? given.id ?? authenticator.id('id'),
    method: authenticator.optionalText('method') ?? 'totp',
    ...authenticator.pick({ name: 'text', createdAt: 'date', lastUsedAt: 'date' }),
  };
}

function readVerification(raw: unknown): Verification {
  // A response without a body is enough for a right code (C55).
  if (raw === undefined) return {};
  const verification = ObjectReader.from(raw, 'verification');
  const recoveryCodes = verification.optionalTexts('recoveryCodes');
  return {
    ...verification.pick({ redirectTo: 'text', recoveryCodesLeft: 'count' }),
    ...(recoveryCodes?.length && { recoveryCodes }),
  };
}

/** An operation without a result may resolve to what its server sent, if that is not another thing than "done". */
function nothing(raw: unknown): undefined {
  if (raw !== undefined && raw !== null && raw !== true) ObjectReader.from(raw, 'result');
}
