import { parseArgs } from 'node:util';
import type { MfaOperation } from '../backend/backend.js';
import { OPERATION_NAMES } from '../backend/operations.js';
import { normalizeBaseUrl } from '../backend/urls.js';
import { nearestNames } from '../backend/development/nearest-names.js';
import { normalizeBase32 } from '../otp/base32.js';
import { buildOtpauthUri, parseOtpauthUri, type OtpauthUri } from '../otp/otpauth-uri.js';
import type { CommandEnvironment } from './command-environment.js';

/** The parsed command line and environment variables. */
export interface Command {
  /** Origin and path, without a trailing slash. */
  readonly baseUrl: string;
  readonly preset: string | undefined;
  readonly definitionFile: string | undefined;
  readonly account: string | undefined;
  readonly issuer: string | undefined;
  readonly signInFile: string | undefined;
  /** From the command line, by name. */
  readonly variables: ReadonlyMap<string, string>;
  /** From the environment, by the name in capitals and perhaps with underscores. Secret. */
  readonly secretVariables: ReadonlyMap<string, string>;
  readonly headers: ReadonlyMap<string, string>;
  /** May be secret. */
  readonly cookies: ReadonlyMap<string, string>;
  /** Secret. */
  readonly password: string | undefined;
  /** Secret. */
  readonly existingApp: OtpauthUri | undefined;
  readonly only: readonly MfaOperation[] | undefined;
  /** The milliseconds for one operation. */
  readonly timeout: number | undefined;
  readonly json: boolean;
}

/** A command that cannot run as it was given. The message says what to change. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

const OPTIONS = {
  preset: { type: 'string' },
  definition: { type: 'string' },
  account: { type: 'string' },
  issuer: { type: 'string' },
  'sign-in': { type: 'string' },
  variable: { type: 'string', multiple: true },
  header: { type: 'string', multiple: true },
  cookie: { type: 'string', multiple: true },
  only: { type: 'string' },
  timeout: { type: 'string' },
  json: { type: 'boolean' },
} as const;

const SECRET_NAME = /token|password|secret|cookie|authorization|jwt/i;
const SECRET_VARIABLE = /^MFA_VARIABLE_(.+)$/i;

/**
 * Reads the command line and the environment variables.
 *
 * @throws UsageError whose message repeats no value.
 */
export function readCommand(args: readonly string[], env: CommandEnvironment['env']): Command {
  const { positionals, values } = parse(args);
  const [command, baseUrl, ...more] = positionals;
  if (command !== 'check' || baseUrl === undefined || more.length > 0) {
    throw new UsageError('Expected: npx mfa-elements check <base-url>. See --help.');
  }
  const { preset, definition } = values;
  if (preset !== undefined && definition !== undefined) {
    throw new UsageError('--preset and --definition exclude each other.');
  }
  return {
    baseUrl: readBaseUrl(baseUrl),
    preset,
    definitionFile: definition,
    account: values.account,
    issuer: values.issuer,
    signInFile: values['sign-in'],
    variables: readPairs('variable', values.variable, '='),
    secretVariables: readSecretVariables(env),
    headers: readPairs('header', values.header, ':'),
    cookies: new Map([
      ...splitPairs('MFA_COOKIE', env.MFA_COOKIE?.split(';').filter(Boolean), '='),
      ...splitPairs('--cookie', values.cookie, '='),
    ]),
    password: env.MFA_PASSWORD,
    existingApp: readSecret(env.MFA_SECRET),
    only: values.only === undefined ? undefined : readOperations(values.only),
    timeout: values.timeout === undefined ? undefined : readTimeout(values.timeout),
    json: values.json ?? false,
  };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
  } catch (error) {
    // The message of Node repeats at most the name of the option, never its value.
    throw new UsageError(`${error instanceof Error ? error.message : 'Wrong options'} See --help.`);
  }
}

function readBaseUrl(text: string): string {
  const baseUrl = normalizeBaseUrl(text);
  if (baseUrl !== undefined) return baseUrl;
  throw new UsageError('<base-url> must be an http(s) URL without credentials.');
}

function readPairs(option: string, given: readonly string[] | undefined, mark: string) {
  const pairs = splitPairs(`--${option}`, given, mark);
  for (const name of pairs.keys()) {
    if (!SECRET_NAME.test(name)) continue;
    const instead =
      option === 'variable'
        ? `Give it as MFA_VARIABLE_${name.toUpperCase()} in the environment`
        : 'Give it as MFA_VARIABLE_<NAME>, for a variable of the definition, or as MFA_COOKIE';
    throw new UsageError(
      `--${option} ${name} looks secret, and others can see a command line. ${instead}.`,
    );
  }
  return pairs;
}

function splitPairs(
  where: string,
  given: readonly string[] | undefined,
  mark: string,
): Map<string, string> {
  return new Map(
    given?.map((pair) => {
      const at = pair.indexOf(mark);
      if (at < 1) throw new UsageError(`${where} must be a name, "${mark}" and a value.`);
      return [pair.slice(0, at).trim(), pair.slice(at + 1).trim()];
    }),
  );
}

function readSecretVariables(env: CommandEnvironment['env']): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(env).flatMap(([key, value]) => {
      const name = SECRET_VARIABLE.exec(key)?.[1];
      return name === undefined || !value ? [] : [[name, value] as const];
    }),
  );
}

function readSecret(given: string | undefined): OtpauthUri | undefined {
  if (!given) return undefined;
  try {
    const isUri = given.startsWith('otpauth:');
    const secret = normalizeBase32(given) ?? '';
    return parseOtpauthUri(isUri ? given : buildOtpauthUri({ secret, account: 'account' }));
  } catch {
    throw new UsageError('MFA_SECRET must be a base32 secret or an otpauth URI.');
  }
}

function readOperations(list: string): readonly MfaOperation[] {
  return list.split(',').map((given) => {
    const name = given.trim();
    const operation = OPERATION_NAMES.find((one) => one === name);
    if (operation) return operation;
    const near = nearestNames(name, OPERATION_NAMES).join(', ');
    throw new UsageError(`--only: an operation does not exist. Did you mean: ${near}?`);
  });
}

function readTimeout(text: string): number {
  const seconds = Number(text);
  if (seconds >= 1 && seconds <= 120) return Math.round(seconds * 1000);
  throw new UsageError('--timeout must be 1 to 120 seconds.');
}
