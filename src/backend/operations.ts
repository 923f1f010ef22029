import type { MfaBackend, MfaOperation, RequestOptions } from './backend.js';
import { ownData } from './own.js';

type Call<Op extends MfaOperation> = NonNullable<MfaBackend[Op]>;

/** The input of an operation; `undefined` if it takes none. */
export type OperationInput<Op extends MfaOperation> =
  Parameters<Call<Op>> extends [infer Input extends object, unknown?] ? Input : undefined;

/** The result that an operation resolves to. */
export type OperationResult<Op extends MfaOperation> = Awaited<ReturnType<Call<Op>>>;

/** The operations of a backend that has them all. */
export type Operations = { readonly [Op in MfaOperation]: Call<Op> };

/** Also the fields that only some members of a union have. */
type FieldOf<Input> = Input extends object ? keyof Input & string : never;
type InputField<Op extends MfaOperation> = FieldOf<OperationInput<Op>>;
type IdField<Op extends MfaOperation> = Extract<InputField<Op>, `${string}Id`>;

/** Columns for some operations only: required there, and an error elsewhere. */
type InputColumn<Field extends string> = [Field] extends [never]
  ? { readonly input?: never }
  : { readonly input: Readonly<Record<Field, true>> };
type IdColumn<Field extends string> = [Field] extends [never]
  ? { readonly id?: never }
  : { readonly id: Field };
type EnrollmentColumn<Op> = Op extends `${string}Enrollment`
  ? { readonly endsEnrollment: boolean }
  : { readonly endsEnrollment?: never };

interface Columns<Attribute extends string> {
  /** Whether it completes a sign-in. If the session is over, the person has to start that sign-in again. */
  readonly signsIn?: true;
  /** Whether its input proves who is there: a code, a recovery code or the password. */
  readonly takesProof?: true;
  /** The attribute of an element that replaces the request of the operation (url-attributes.ts). */
  readonly urlAttribute: Attribute;
  /**
   * Whether it changes something at the server. If it may, a lost response is `unknown-outcome`; if it
   * always does, it has to send a request, and a definition cannot make its result of variables alone.
   */
  readonly changes: 'never' | 'maybe' | 'always';
}

type Rows = {
  readonly [Op in MfaOperation]: Columns<`${string}-url`> &
    InputColumn<InputField<Op>> &
    IdColumn<IdField<Op>> &
    EnrollmentColumn<Op>;
};

const rows = {
  status: { urlAttribute: 'status-url', changes: 'never' },
  startEnrollment: {
    urlAttribute: 'start-url',
    changes: 'maybe',
    endsEnrollment: true,
  },
  confirmEnrollment: {
    urlAttribute: 'confirm-url',
    input: { enrollmentId: true, secret: true, code: true, name: true },
    id: 'enrollmentId',
    changes: 'always',
    endsEnrollment: true,
    takesProof: true,
  },
  cancelEnrollment: {
    urlAttribute: 'cancel-url',
    input: { enrollmentId: true },
    id: 'enrollmentId',
    changes: 'maybe',
    endsEnrollment: true,
  },
  verify: {
    urlAttribute: 'verify-url',
    input: { code: true, rememberDevice: true },
    changes: 'always',
    signsIn: true,
    takesProof: true,
  },
  verifyRecoveryCode: {
    urlAttribute: 'recovery-url',
    input: { recoveryCode: true },
    changes: 'always',
    signsIn: true,
    takesProof: true,
  },
  listAuthenticators: { urlAttribute: 'list-url', changes: 'never' },
  renameAuthenticator: {
    urlAttribute: 'rename-url',
    input: { authenticatorId: true, name: true },
    id: 'authenticatorId',
    changes: 'always',
  },
  unlinkAuthenticator: {
    urlAttribute: 'unlink-url',
    input: { authenticatorId: true },
    id: 'authenticatorId',
    changes: 'always',
  },
  stepUp: {
    urlAttribute: 'step-up-url',
    input: { password: true, code: true },
    changes: 'maybe',
    takesProof: true,
  },
  recoveryCodesStatus: { urlAttribute: 'recovery-codes-url', changes: 'never' },
  generateRecoveryCodes: { urlAttribute: 'generate-url', changes: 'always' },
} as const satisfies Rows;

/** The name of an attribute that replaces the request of an operation. */
export type UrlAttribute = (typeof rows)[MfaOperation]['urlAttribute'];

/** One row of {@link OPERATIONS}. */
export interface OperationRow extends Columns<UrlAttribute> {
  /** The fields of its input, which are variables of its definition. */
  readonly input?: Readonly<Record<string, true>>;
  /** The field of its input that `{id}` stands for in the URL attribute. */
  readonly id?: string;
  /** Whether values that were captured for an earlier enrollment are deleted after it. */
  readonly endsEnrollment?: boolean;
}

/**
 * The properties of each operation that are the same for every backend. To add an operation,
 * add it to {@link MfaBackend} and a row here: the compiler then names the other places.
 */
export const OPERATIONS: Readonly<Record<MfaOperation, OperationRow>> = ownData(rows);

/** The names of all operations, in the order of a sign-in. */
export const OPERATION_NAMES = Object.keys(rows) as readonly MfaOperation[];

/**
 * Makes the methods of a backend out of one function that performs any operation.
 *
 * @param names The operations that the backend has.
 */
export function createOperations(
  names: readonly MfaOperation[],
  perform: <Op extends MfaOperation>(
    operation: Op,
    input: OperationInput<Op>,
    options?: RequestOptions,
  ) => Promise<OperationResult<Op>>,
): Partial<Operations> {
  const methods = names.map((name) => {
    const withInput = (input: OperationInput<typeof name>, options?: RequestOptions) =>
      perform(name, input, options);
    const withoutInput = (options?: RequestOptions) => perform(name, undefined, options);
    return [name, OPERATIONS[name].input ? withInput : withoutInput] as const;
  });
  // Each method has the type of the operation it is named after: `perform` sees to its result.
  return Object.fromEntries(methods);
}
