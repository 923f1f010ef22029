import type { MfaBackend } from '../backend/backend.js';
import { templateNames } from '../backend/definition/template.js';
import type { BackendDefinition } from '../backend/definition/definition.js';
import type { VariableValue } from '../backend/definition/variables.js';
import { nearestNames } from '../backend/development/nearest-names.js';
import { createHttpBackend } from '../backend/http/http-backend.js';
import { browserFetcher } from './browser-fetcher.js';
import { createCommandLinePage } from './command-line-page.js';
import { CookieJar } from './cookie-jar.js';
import type { LoadedDefinitions } from './load-definitions.js';
import { UsageError, type Command } from './read-command.js';
import type { RequestRecorder } from './request-recorder.js';

/** A visitor of the site, with a new browser session. */
export interface Visitor {
  readonly backend: MfaBackend;
  /** Gives the password; absent if that is not possible. */
  readonly signIn?: () => Promise<void>;
  /** The options that are missing to sign in, as advice; empty if none is. */
  readonly signInAdvice: string;
}

/**
 * Creates a function that opens visitors. Each has its own cookies, tokens and captured values, and
 * starts with those of the command line.
 *
 * @throws UsageError for a variable that the definition does not use.
 */
export function createVisitorFactory(
  command: Command,
  { definition, signIn }: LoadedDefinitions,
  recorder: RequestRecorder,
  version: string,
): () => Visitor {
  const { baseUrl, account, issuer, password = '', cookies, headers } = command;
  const { origin } = new URL(baseUrl);
  const signInNames = templateNames(signIn?.operations.stepUp);
  const variables = readVariables(command, [
    ...Object.keys(definition.variables ?? {}),
    ...signInNames,
  ]);
  const names = {
    ...(account !== undefined && { account }),
    ...(issuer !== undefined && { issuer }),
  };
  const signInAdvice = !signIn
    ? 'Give --sign-in, or a variable or cookie that signs in.'
    : signInNames.includes('password') && command.password === undefined
      ? 'Give the password in MFA_PASSWORD.'
      : '';
  return () => {
    const jar = new CookieJar(cookies);
    const userAgent = `mfa-elements-check/${version}`;
    const given = new Map<string, VariableValue>([
      ['origin', origin],
      ...Object.entries(names),
      ...variables,
    ]);
    const fetcher = browserFetcher({ origin, jar, headers, userAgent });
    const createBackend = (described: BackendDefinition) =>
      createHttpBackend({
        baseUrl,
        definition: described,
        fetcher,
        observer: recorder,
        ...names,
        ...createCommandLinePage(described, given, jar, recorder),
      });
    const backend = createBackend(definition);
    // Without a request to the server there is nothing to check.
    if (!definition.operations.cancelEnrollment) delete backend.cancelEnrollment;
    if (!signIn || signInAdvice) return { backend, signInAdvice };
    const signInBackend = createBackend(signIn);
    return {
      backend,
      signIn: async () => signInBackend.stepUp?.({ password }),
      signInAdvice,
    };
  };
}

/** Maps the variables of a command to the names of the definition. */
function readVariables(
  { variables, secretVariables }: Command,
  names: readonly string[],
): ReadonlyMap<string, VariableValue> {
  // Names in the environment are in capitals, perhaps with underscores between their words.
  const plain = (name: string) => name.replaceAll('_', '').toLowerCase();
  const read = new Map<string, VariableValue>();
  for (const [given, value] of [...variables, ...secretVariables]) {
    const isOfCommand = variables.has(given);
    const name = names.find((one) => (isOfCommand ? one === given : plain(one) === plain(given)));
    if (name === undefined) {
      const near = nearestNames(given, names).join(', ') || 'none';
      throw new UsageError(`The definition does not use the variable ${given}. It uses: ${near}.`);
    }
    read.set(name, value === 'true' ? true : value === 'false' ? false : value);
  }
  return read;
}
