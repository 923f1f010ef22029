import type { BackendDefinition, VariableSource } from '../backend/definition/definition.js';
import type { VariableValue, Variables } from '../backend/definition/variables.js';
import type { PageAccess } from '../backend/http/page-access.js';
import type { CookieJar } from './cookie-jar.js';
import type { RequestRecorder } from './request-recorder.js';

/**
 * Replaces the page for a backend: provides cookies, the variables of the command line, and tokens that
 * a response gives. Reports to the recorder a variable that only a page has (`page`, `meta`, `input`,
 * `attribute`, `global`) and that was not given.
 *
 * @param given Values of variables. Tokens are added to it.
 */
export function createCommandLinePage(
  { variables: declared = {} }: BackendDefinition,
  given: Map<string, VariableValue>,
  jar: CookieJar,
  recorder: RequestRecorder,
): { readonly variables: Variables; readonly page: PageAccess } {
  const read = (name: string, sources: readonly VariableSource[]) => () => {
    const value = given.get(name);
    if (value === undefined && needsPage(sources, jar)) recorder.addMissing(name);
    return value;
  };
  const names = new Set([...Object.keys(declared), ...given.keys()]);
  const variables = Object.fromEntries(
    [...names].map((name) => [name, read(name, [declared[name] ?? []].flat())]),
  );
  return {
    variables,
    page: {
      read: (source) => ('cookie' in source ? jar.read(source.cookie) : undefined),
      leave: ({ url }) => {
        recorder.setLeftFor(url);
        return false;
      },
      storeAuthTokens: (tokens) => {
        for (const [name, token] of Object.entries(tokens)) given.set(name, token);
      },
    },
  };
}

/** Returns whether a page would have a value, and the command line has none. */
function needsPage(sources: readonly VariableSource[], jar: CookieJar): boolean {
  const isHere = (source: VariableSource) =>
    typeof source !== 'object' ||
    'generate' in source ||
    ('cookie' in source && jar.read(source.cookie) !== undefined);
  const isOfPage = (source: VariableSource) =>
    typeof source === 'object' &&
    !('cookie' in source) &&
    !('optional' in source && source.optional === true);
  return sources.some(isOfPage) && !sources.some(isHere);
}
