import { MfaError } from '../mfa-error.js';

/** What a variable may be worth. `undefined`: there is none now. */
export type VariableValue = string | number | boolean | undefined;

/** What the page gives: a value, or a function that is asked at the time of each request. */
export type Variables = Readonly<
  Record<string, VariableValue | (() => VariableValue | Promise<VariableValue>)>
>;

/**
 * The value of every variable a request needs: what was given to the operation comes first, then
 * what the page gives. Nothing is asked of the page that the request does not need.
 *
 * @param names The names in the templates of the request.
 * @throws MfaError `misconfigured` when a function of the page fails or gives something else.
 */
export async function askVariables(
  names: Iterable<string>,
  input: object,
  variables: Variables,
): Promise<ReadonlyMap<string, VariableValue>> {
  const asking = [...new Set(names)].map(
    async (name) => [name, await askVariable(name, input, variables)] as const,
  );
  return new Map(await Promise.all(asking));
}

async function askVariable(name: string, input: object, variables: Variables) {
  const source = Object.hasOwn(input, name) ? input : variables;
  if (!Object.hasOwn(source, name)) return undefined;
  const given: unknown = (source as Record<string, unknown>)[name];
  let value: unknown;
  try {
    value = typeof given === 'function' ? await (given as () => unknown)() : given;
  } catch {
    throw new MfaError('misconfigured', `The variable "${name}" of the page threw when asked.`);
  }
  if (isVariableValue(value)) return value;
  throw new MfaError('misconfigured', `The variable "${name}" is no string, number or boolean.`);
}

function isVariableValue(value: unknown): value is VariableValue {
  return ['string', 'number', 'boolean', 'undefined'].includes(typeof value);
}
