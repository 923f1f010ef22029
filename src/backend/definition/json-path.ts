import { MfaError } from '../mfa-error.js';

/** Selectors, applied one after the other from the root down. */
export type JsonPath = readonly Selector[];

/** A name, an index, or a filter: the children for which all tests hold. A wildcard has no tests. */
type Selector = string | number | readonly Test[];

/** A test of a child: its path finds anything, or this literal. */
interface Test {
  readonly path: JsonPath;
  readonly literal?: unknown;
  readonly holds: boolean;
}

/** Limit of a path's length, so that nested filters cannot exhaust the stack. */
const MAX_LENGTH = 1000;

const parsed = new Map<string, JsonPath>();

/**
 * Parses a JSONPath. Supports, of RFC 9535, `$`, `.name`, `['any name']`, `[0]`, `[-1]`, `[*]`, `.*` and
 * filters of `@.path`, `!@.path`, `@.path == literal` and `@.path != literal`, joined with `&&`.
 *
 * @throws MfaError `misconfigured` with the position of the mistake; explain-path.ts adds the reason.
 */
export function parseJsonPath(text: string): JsonPath {
  const path =
    parsed.get(text) ??
    parsePath(text, (position) => {
      const quoted = JSON.stringify(text);
      throw new MfaError('misconfigured', `Path ${quoted} is not understood at ${position}.`);
    });
  parsed.set(text, path);
  return path;
}

/** Returns all nodes that a path selects, in document order. Inherited properties are ignored (C30). */
export function selectNodes(root: unknown, text: string): readonly unknown[] {
  return select(root, parseJsonPath(text));
}

/** Returns the first node that a path selects; `undefined` if there is none. */
export function readJsonPath(root: unknown, text: string): unknown {
  return selectNodes(root, text)[0];
}

/**
 * Returns the items of the list at a path, or all nodes of a path that can select several. That there are none is
 * a fact only if what is before the first wildcard or filter is a list or, unless it is the root, an object:
 * otherwise `undefined`.
 */
export function selectItems(root: unknown, text: string): readonly unknown[] | undefined {
  const path = parseJsonPath(text);
  const first = path.findIndex(isSeveral);
  const [list] = select(root, first < 0 ? path : path.slice(0, first));
  const isList = Array.isArray(list);
  if (first < 0) return isList ? (list as readonly unknown[]) : undefined;
  const items = select(root, path);
  return items.length > 0 || isList || (first > 0 && Object(list) === list) ? items : undefined;
}

/** Returns `true` if a path selects one node at most: it has no wildcard and no filter. */
export function isSingular(text: string): boolean {
  return leadsToOne(parseJsonPath(text));
}

function leadsToOne(path: JsonPath): boolean {
  return !path.some(isSeveral);
}

/** Returns `true` for a wildcard or a filter. */
const isSeveral = (selector: Selector): boolean => typeof selector === 'object';

function select(root: unknown, path: JsonPath): readonly unknown[] {
  return path.reduce<readonly unknown[]>(
    (nodes, selector) => nodes.flatMap((node) => children(node, selector)),
    [root],
  );
}

function children(node: unknown, selector: Selector): readonly unknown[] {
  if (typeof node !== 'object' || node === null) return [];
  if (typeof selector === 'object') {
    return Object.values(node).filter((child: unknown) =>
      selector.every(
        ({ path, literal, holds }) =>
          select(child, path).some((found) => literal === undefined || found === literal) === holds,
      ),
    );
  }
  // RFC 9535, 2.3: an index selects from an array only, and a name from an object only.
  if (Array.isArray(node)) {
    return typeof selector === 'number' ? node.slice(selector, selector + 1 || undefined) : [];
  }
  return typeof selector === 'string' && Object.hasOwn(node, selector)
    ? [(node as Record<string, unknown>)[selector]]
    : [];
}

/** @param refuseAt Called with the position, from 0, at which the text is no longer a supported path. */
export function parsePath(text: string, refuseAt: (position: number) => never): JsonPath {
  let rest = text;

  const take = (token: RegExp) => {
    const found = token.exec(rest.replace(/^[ \t\n\r]+/, ''));
    if (found) rest = found.input.slice(found[0].length);
    return found;
  };

  const refuse = (): never => refuseAt(text.length - rest.trimStart().length);

  const literal = (): unknown => {
    const before = rest;
    const [token = '', single] = take(/^(?:'((?:[^'\\]|\\.)*)'|"(?:[^"\\]|\\.)*"|[-+.\w]+)/) ?? [];
    try {
      const value: unknown = JSON.parse(single === undefined ? token : requote(single));
      if (!/\p{Surrogate}/u.test(String(value))) return value;
    } catch {
      // Not a literal: refused below.
    }
    rest = before;
    return refuse();
  };

  const selector = (): Selector => {
    if (take(/^\*/)) return [];
    if (take(/^\?/)) {
      const tests = [test()];
      while (take(/^&&/)) tests.push(test());
      return tests;
    }
    const index = Number(take(/^(?:0|-?[1-9]\d*)/)?.[0] ?? NaN);
    // RFC 9535, 2.1: an index is an integer that a double holds exactly.
    if (Number.isSafeInteger(index)) return index;
    const name = literal();
    return typeof name === 'string' ? name : refuse();
  };

  const test = (): Test => {
    const holds = !take(/^!/);
    if (!take(/^@/)) refuse();
    const path = segments();
    const sign = holds && leadsToOne(path) ? take(/^([!=])=/) : null;
    return sign ? { path, holds: sign[1] === '=', literal: literal() } : { path, holds };
  };

  const segments = (): JsonPath => {
    const path: Selector[] = [];
    for (;;) {
      const dot = take(/^\.(?:\*|((?!\d)(?:\w|[^\p{ASCII}\p{Surrogate}])+))/u);
      if (dot) path.push(dot[1] ?? []);
      else if (!take(/^\[/)) return path;
      else {
        path.push(selector());
        if (!take(/^\]/)) refuse();
      }
    }
  };

  if (text.length > MAX_LENGTH || !text.startsWith('$')) refuse();
  rest = text.slice(1);
  const path = segments();
  return rest ? refuse() : path;
}

/** Converts a string literal in single quotes to JSON. */
function requote(single: string): string {
  return `"${single.replace(/\\'|"/g, (quote) => (quote === '"' ? '\\"' : "'"))}"`;
}
