import type { BackendDefinition, VariableSource } from '../backend/definition/definition.js';
import type { VariableValue, Variables } from '../backend/definition/variables.js';
import type { PageAccess } from '../backend/http/page-access.js';
import type { CookieJar } from './cookie-jar.js';
import type { Witness } from './request-recorder.js';

/** What a definition may ask of a page, where there is none: cookies, what was given, and tokens. */
export interface GivenPage {
  readonly variables: Variables;
  readonly page: PageAccess;
}

/**
 * Stands in for the page. Tokens that an answer brings become variables, as a page would give them.
 * What only a page can have (`page`, `meta`, `input`, `attribute`, `global`) is told to the witness
 * when it is asked for and was not given.
 *
 * @param given Values of variables; tokens are added to it.
 */
export function givenPage(
  { variables: declared = {} }: BackendDefinition,
  given: Map<string, VariableValue>,
  jar: CookieJar,
  witness: Witness,
): GivenPage {
  const ask = (name: string, sources: readonly VariableSource[]) => () => {
    const value = given.get(name);
    if (value === undefined && isMissing(sources, jar)) witness.misses(name);
    return value;
  };
  const names = new Set([...Object.keys(declared), ...given.keys()]);
  const variables = Object.fromEntries(
    [...names].map((name) => [name, ask(name, [declared[name] ?? []].flat())]),
  );
  return {
    variables,
    page: {
      read: (source) => ('cookie' in source ? jar.read(source.cookie) : undefined),
      leave: ({ url }) => {
        witness.leaves(url);
        return false;
      },
      keepTokens: (tokens) => {
        for (const [name, token] of Object.entries(tokens)) given.set(name, token);
      },
    },
  };
}

/** Whether a page would have it and nothing here does. */
function isMissing(sources: readonly VariableSource[], jar: CookieJar): boolean {
  const isHere = (source: VariableSource) =>
    typeof source !== 'object' ||
    'generate' in source ||
    ('cookie' in source && jar.read(source.cookie) !== undefined);
  const isOfPage = (source: VariableSource) =>
    typeof source === 'object' && !('cookie' in source) && !isOptional(source);
  return sources.some(isOfPage) && !sources.some(isHere);
}

function isOptional(source: object): boolean {
  return 'optional' in source && source.optional === true;
}
