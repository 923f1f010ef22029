import { encodeBase32 } from '../../otp/base32.js';
import { MfaError } from '../mfa-error.js';
import type { PageSource } from '../http/page-access.js';
import type { BackendDefinition, VariableSource } from './definition.js';
import { isSingular, readJsonPath } from './json-path.js';
import type { Values } from './scope.js';

/** What a variable of the page may be worth. `undefined`: there is none now. */
export type VariableValue = string | number | boolean | undefined;

/** What the page gives: a value, or a function that is asked at the time of each request. */
export type Variables = Readonly<
  Record<string, VariableValue | (() => VariableValue | Promise<VariableValue>)>
>;

/** Bytes of a secret that is made here: what RFC 4226, section 4, recommends. */
const SECRET_BYTES = 20;

/** Everything that variables can come from, in the order in which it is looked at. */
export interface VariableSources {
  /** What was given to the operation. */
  readonly input: object;
  /** What was captured by earlier operations. */
  readonly captured: Pick<Values, 'has' | 'get'>;
  /** What the page gives. */
  readonly page: Variables;
  /** Where the definition says that the others are. */
  readonly declared: BackendDefinition['variables'];
  readonly read: (source: PageSource) => string | undefined;
}

/** The variables of one operation, from its first request to its result. */
export class OperationVariables {
  readonly #sources: VariableSources;
  /** The same in every request of the operation. */
  readonly #generated = new Map<string, string>();
  /** What a step captured for the steps after it. */
  readonly kept = new Map<string, unknown>();

  constructor(sources: VariableSources) {
    this.#sources = sources;
  }

  /** Keeps what was captured until the operation is over. */
  keep(captured: Iterable<readonly [name: string, value: unknown]>): void {
    for (const [name, value] of captured) this.kept.set(name, value);
  }

  /**
   * The value of every variable that is named. Nothing is asked of the page that is not needed.
   *
   * @throws MfaError `misconfigured` when a function of the page fails or gives something else, and
   * when the page does not give what it has to.
   */
  async ask(names: Iterable<string>): Promise<Values> {
    const asking = [...new Set(names)].map(async (name) => [name, await this.#ask(name)] as const);
    return new Map(await Promise.all(asking));
  }

  async #ask(name: string): Promise<unknown> {
    const { input, captured, page, declared = {} } = this.#sources;
    if (Object.hasOwn(input, name)) return (input as Record<string, unknown>)[name];
    for (const kept of [this.kept, captured]) if (kept.has(name)) return kept.get(name);
    if (Object.hasOwn(page, name)) {
      const given = await askPage(name, page[name]);
      if (given !== undefined) return given;
    }
    const sources = Object.hasOwn(declared, name) ? [declared[name] ?? []].flat() : [];
    for (const source of sources) {
      const value = this.#read(name, source);
      if (value !== undefined) return value;
    }
    return undefined;
  }

  #read(name: string, source: VariableSource): VariableValue {
    if (typeof source !== 'object') return source;
    if ('page' in source) return source.optional ? undefined : refuse(name, source.page);
    if ('generate' in source) return this.#generate(name);
    if ('global' in source) {
      const value = readGlobal(source.global);
      return isVariableValue(value) ? value : undefined;
    }
    const value = this.#sources.read(source);
    return value === '' ? undefined : value;
  }

  #generate(name: string): string {
    const secret =
      this.#generated.get(name) ??
      encodeBase32(crypto.getRandomValues(new Uint8Array(SECRET_BYTES)));
    this.#generated.set(name, secret);
    return secret;
  }
}

/** What a script left on the page; another site's frame, which may not be looked into, has nothing. */
function readGlobal(path: string): unknown {
  try {
    return isSingular(path) ? readJsonPath(globalThis, path) : undefined;
  } catch {
    return undefined;
  }
}

async function askPage(name: string, given: unknown): Promise<VariableValue> {
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

function refuse(name: string, what: string): never {
  throw new MfaError('misconfigured', `The page has to give the variable "${name}": ${what}.`);
}
