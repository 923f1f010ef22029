import { createHttpBackend } from '../backend/http/http-backend.js';
import { templateNames } from '../backend/definition/template.js';
import type { VariableValue } from '../backend/definition/variables.js';
import { nearestNames } from '../backend/development/nearest-names.js';
import { browserFetcher } from './browser-fetcher.js';
import { CookieJar } from './cookie-jar.js';
import { givenPage } from './given-page.js';
import type { LoadedDefinitions } from './load-definitions.js';
import type { Command } from './read-command.js';
import { signInAdvice } from './sign-in-advice.js';
import { UsageError } from './usage-error.js';
import type { Visitor } from './walk-options.js';
import type { Witness } from './request-recorder.js';

/**
 * What opens a browser at the backend: each with cookies, tokens and memory of its own, and with what was
 * given on the command line.
 *
 * @throws UsageError for a variable that nothing in the definition asks for.
 */
export function browsersAt(
  command: Command,
  { definition, signIn }: LoadedDefinitions,
  witness: Witness,
  version: string,
): () => Visitor {
  const { baseUrl, account, issuer, password = '', cookies, headers } = command;
  const { origin } = new URL(baseUrl);
  const variables = readVariables(command, [
    ...Object.keys(definition.variables ?? {}),
    ...templateNames(signIn?.operations.stepUp),
  ]);
  const canSignIn = signIn && signInAdvice(command, signIn) === undefined;
  return () => {
    const jar = new CookieJar(cookies);
    const userAgent = `mfa-elements-check/${version}`;
    const given = new Map<string, VariableValue>([
      ['origin', origin],
      ...(account === undefined ? [] : [['account', account] as const]),
      ...(issuer === undefined ? [] : [['issuer', issuer] as const]),
      ...variables,
    ]);
    const shared = {
      baseUrl,
      fetcher: browserFetcher({ origin, jar, headers, userAgent }),
      observer: witness,
      ...(account !== undefined && { account }),
      ...(issuer !== undefined && { issuer }),
    };
    const backend = createHttpBackend({
      ...shared,
      definition,
      ...givenPage(definition, given, jar, witness),
    });
    // Where the server is not told, there is nothing to walk.
    if (!definition.operations.cancelEnrollment) delete backend.cancelEnrollment;
    if (!canSignIn) return { backend };
    const door = createHttpBackend({
      ...shared,
      definition: signIn,
      ...givenPage(signIn, given, jar, witness),
    });
    return { backend, signIn: async () => door.stepUp?.({ password }) };
  };
}

/** Names in the environment are in capitals, perhaps with underscores between their words. */
function readVariables(
  { variables, secretVariables }: Command,
  names: readonly string[],
): ReadonlyMap<string, VariableValue> {
  const plain = (name: string) => name.replaceAll('_', '').toLowerCase();
  const read = new Map<string, VariableValue>();
  for (const [given, value] of [...variables, ...secretVariables]) {
    const isOfCommand = variables.has(given);
    const name = names.find((one) => (isOfCommand ? one === given : plain(one) === plain(given)));
    if (name === undefined) {
      const near = nearestNames(given, names).join(', ') || 'none';
      throw new UsageError(`Nothing asks for the variable ${given}. There are: ${near}.`);
    }
    read.set(name, value === 'true' ? true : value === 'false' ? false : value);
  }
  return read;
}
