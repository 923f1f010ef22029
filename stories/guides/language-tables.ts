import schema from '../../src/backend/definition/schema.json';

/** As much of a JSON Schema as there is in ours. */
interface Schema {
  readonly description?: string;
  readonly $ref?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly anyOf?: readonly Schema[];
}

/** A key of the language, and what it says. */
export interface KeyRow {
  readonly key: string;
  readonly meaning: string;
}

export interface KeyTable {
  readonly heading: string;
  readonly rows: readonly KeyRow[];
}

// As a JSON import every object has a type of its own.
const definitions = schema.definitions as unknown as Readonly<Record<string, Schema>>;

/** The keys of a definition of the schema, and of the objects that a key of it may be. */
function keysOf(name: string): readonly KeyRow[] {
  const collect = ({ properties = {}, anyOf = [] }: Schema, meant: string): readonly KeyRow[] => [
    ...Object.entries(properties).flatMap(([key, part]) => {
      const { description: meaning = meant } = part;
      return [{ key, meaning }, ...collect(part, meaning)];
    }),
    ...anyOf.flatMap((part) => collect(part, meant)),
  ];
  const rows = collect(definitions[name] ?? {}, '');
  return rows.filter(({ key }, index) => rows.findIndex((row) => row.key === key) === index);
}

const without = (rows: readonly KeyRow[], listed: readonly KeyRow[]): readonly KeyRow[] =>
  rows.filter(({ key }) => !listed.some((row) => row.key === key));

const request = keysOf('RequestStep');
const condition = keysOf('Condition');

/** Every key of the language with its meaning, out of the schema: nothing here is typed by hand. */
export const KEY_TABLES: readonly KeyTable[] = [
  { heading: 'A definition', rows: keysOf('BackendDefinition') },
  { heading: 'Operations', rows: keysOf('OperationDefinitions') },
  {
    heading: 'An operation, beside the keys of a request',
    rows: without(keysOf('OperationDefinition.VerificationResult'), request),
  },
  { heading: 'A request, in an operation, in steps or in before', rows: request },
  { heading: 'A condition, in when, success, $when and errors', rows: condition },
  {
    heading: 'An error rule, beside the keys of a condition',
    rows: without(keysOf('ErrorRule'), condition),
  },
  { heading: 'Where the time to wait is', rows: keysOf('RetryAfterSource') },
  { heading: 'Where a variable comes from', rows: keysOf('VariableSource') },
  { heading: 'One value of a response', rows: keysOf('Value') },
  { heading: 'A list of values', rows: keysOf('Listed.Value') },
  { heading: 'What the server can do beside', rows: keysOf('MfaCapabilities') },
  { heading: 'The result of status', rows: keysOf('StatusFields') },
  { heading: 'The result of startEnrollment', rows: keysOf('EnrollmentFields') },
  { heading: 'The result of confirmEnrollment', rows: keysOf('ConfirmationFields') },
  {
    heading: 'The result of listAuthenticators (a list of them) and renameAuthenticator',
    rows: keysOf('AuthenticatorFields'),
  },
  { heading: 'The result of verify and verifyRecoveryCode', rows: keysOf('VerificationFields') },
  { heading: 'The result of recoveryCodesStatus', rows: keysOf('RecoveryCodesStatusFields') },
];
