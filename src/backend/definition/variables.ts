import { encodeBase32 } from '../../otp/encode-base32.js';
import { MfaError } from '../mfa-error.js';
import { randomUuid } from './random-uuid.js';
import type { PageSource } from '../http/page-access.js';
import type { BackendDefinition, VariableSource } from './definition.js';
import { isSingular, readJsonPath } from './json-path.js';
import type { Values } from './scope.js';
import { textOf } from '../text-of.js';

/** The value of a page variable; `undefined` if it has none now. */
export type VariableValue = string | number | boolean | undefined;

/** The variables of the page: values, or functions that are called for each request. */
export type Variables = Readonly<
  Record<string, VariableValue | (() => VariableValue | Promise<VariableValue>)>
>;

/** Length of a generated secret, in bytes: what RFC 4226, section 4, recommends. */
const SECRET_BYTES = 20;

/** The sources of variables, in order of precedence. */
export interface VariableSources {
  /** The input of the operation. */
  readonly input: object;
  /** Values captured by earlier operations. */
  readonly captured: Pick<Values, 'has' | 'get'>;
  /** The variables of the page. */
  readonly page: Variables;
  /** The idempotency keys of what the user does, by name. */
  readonly keys: Map<string, string>;
  /** The sources that the definition declares. */
  readonly declared: BackendDefinition['variables'];
  readonly read: (source: PageSource) => string | undefined;
}

/** The variables of one operation, from its first request to its result. */
export class OperationVariables {
  readonly #sources: VariableSources;
  /** Generated values stay the same in every request of the operation. */
  readonly #generated = new Map<string, string>();
  /** Values captured by a step for the steps after it. */
  readonly kept = new Map<string, unknown>();

  constructor(sources: VariableSources) {
    this.#sources = sources;
  }

  /** Stores captured values until the operation ends. */
  keep(captured: Iterable<readonly [name: string, value: unknown]>): void {
    for (const [name, value] of captured) this.kept.set(name, value);
  }

  /**
   * Resolves the named variables, and only these.
   *
   * @throws MfaError `misconfigured` if a function of the page throws or returns another type, or if the
   * page does not supply a required variable.
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
    if ('generate' in source) return this.#generate(name, source.generate);
    if ('global' in source) {
      const value = readGlobal(source.global);
      return isVariableValue(value) ? value : undefined;
    }
    const value = this.#sources.read(source);
    return value === '' ? undefined : value;
  }

  #generate(name: string, what: 'secret' | 'idempotency-key'): string {
    const isKey = what === 'idempotency-key';
    const generated = isKey ? this.#sources.keys : this.#generated;
    const value =
      generated.get(name) ??
      (isKey ? randomUuid() : encodeBase32(crypto.getRandomValues(new Uint8Array(SECRET_BYTES))));
    generated.set(name, value);
    return value;
  }
}

/** Reads a value that a script of the page left. A cross-origin frame on the path throws: no value. */
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
    throw new MfaError(
      'misconfigured',
      `The function of the page for the variable "${name}" threw.`,
    );
  }
  if (isVariableValue(value)) return value;
  throw new MfaError(
    'misconfigured',
    `The variable "${name}" must be a string, number or boolean.`,
  );
}

function isVariableValue(value: unknown): value is VariableValue {
  return value === undefined || textOf(value) !== undefined;
}

function refuse(name: string, what: string): never {
  throw new MfaError('misconfigured', `The page must supply the variable "${name}": ${what}.`);
}
