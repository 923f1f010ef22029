import { cli as analyzer } from '@custom-elements-manifest/analyzer/cli.js';
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { TOKENS } from '../../src/styles/tokens.js';

/** An entry that a docstring documents by name. */
interface Documented {
  readonly name: string;
  readonly default?: string;
  readonly description?: string;
}

interface Declaration {
  readonly name: string;
  readonly tagName?: string;
  readonly superclass?: { readonly name: string };
  readonly cssParts?: readonly Documented[];
  readonly cssProperties?: readonly Documented[];
  readonly slots?: readonly Documented[];
}

interface Manifest {
  readonly modules: readonly {
    readonly path: string;
    readonly declarations: readonly Declaration[];
  }[];
}

const root = new URL('../../', import.meta.url);

const manifest = (await analyzer({
  argv: ['analyze', '--quiet', '--litelement', '--globs', 'src/elements/**/*.ts'],
  cwd: fileURLToPath(root),
  noWrite: true,
})) as Manifest;

const classes = new Map(
  manifest.modules.flatMap(({ path, declarations }) =>
    declarations.map((declaration) => [declaration.name, { path, ...declaration }] as const),
  ),
);

const elements = [...classes.values()].filter(({ tagName }) => tagName);

/** Returns the modules of `src/elements/` that a module imports, at once or later, except the classes of other elements. */
function sourcesOf(path: string, found = new Map<string, string>()): Map<string, string> {
  const url = new URL(path, root);
  if (found.has(path) || !existsSync(url)) return found;
  // An example in a comment renders nothing.
  const source = readFileSync(url, 'utf8').replace(/\/\*\*.*?\*\//gs, '');
  found.set(path, source);
  for (const { groups } of source.matchAll(
    /(?:^(?:import|export)\b[^;]*? from |\bimport\()'(?<from>\.[^']+)\.js'/gm,
  )) {
    const imported = new URL(`${groups?.from ?? ''}.ts`, url).pathname;
    const within = imported.slice(root.pathname.length);
    const isOther = /-element\.ts$|\/mfa-[^/]*\.ts$/.test(within);
    if (within.startsWith('src/elements/') && !isOther) sourcesOf(within, found);
  }
  return found;
}

/** Returns the source of a class, of the modules that it imports, and of its superclasses. */
function sourceOf(name: string): string {
  const known = classes.get(name);
  if (!known) return '';
  const own = [...sourcesOf(known.path).values()].join('\n');
  return own + sourceOf(known.superclass?.name ?? '');
}

const captured = (source: string, pattern: RegExp): string[] =>
  [...source.matchAll(pattern)].flatMap(({ groups }) => (groups?.names ?? '').split(/[\s,]+/));

/** Returns the names in every `part` and `exportparts`. Composed names contain `${`. */
function partsIn(source: string): { names: Set<string>; composed: RegExp[] } {
  const written = captured(source, /\b(?:export)?parts?="(?<names>[^"]+)"/g);
  return {
    names: new Set([
      ...written.filter((name) => !name.includes('${')),
      // The part that a caller passes to a shared piece.
      ...captured(source, /\bpart: '(?<names>[^']+)'/g),
    ]),
    composed: written
      .filter((name) => name.includes('${'))
      .map((name) => new RegExp(`^${name.replace(/\$\{[^}]*\}/, '.+')}$`)),
  };
}

const namesOf = (documented: readonly Documented[] = []): string[] =>
  documented.map(({ name }) => name).sort();

describe('The parts and slots', () => {
  for (const { tagName, name, cssParts, slots } of elements) {
    const source = sourceOf(name);

    it(`of ${tagName} are all documented`, () => {
      const documented = namesOf(cssParts);
      const { names } = partsIn(source);
      assert.deepEqual(
        [...names].filter((part) => !documented.includes(part)),
        [],
      );
    });

    it(`of ${tagName} exist if they are documented`, () => {
      const { names, composed } = partsIn(source);
      const isThere = (part: string) =>
        names.has(part) || composed.some((pattern) => pattern.test(part));
      assert.deepEqual(
        namesOf(cssParts).filter((part) => !isThere(part)),
        [],
      );
    });

    it(`of ${tagName}: its slots are those that it documents`, () => {
      const rendered = new Set([
        ...captured(source, /<slot name="(?<names>[^"]+)"/g),
        // Slots that an element passes on to the element inside it.
        ...captured(source, /':scope > \[slot=(?<names>[\w-]+)\]'/g),
      ]);
      assert.deepEqual(namesOf(slots), [...rendered].sort());
    });
  }

  it('are found for every element', () => {
    assert.ok(elements.length >= 9, `${elements.length} elements`);
  });
});

describe('The tokens', () => {
  const documented = classes.get('ThemedElement')?.cssProperties ?? [];

  it('are documented with their defaults', () => {
    assert.deepEqual(
      Object.fromEntries(documented.map(({ name, default: value }) => [name, value])),
      Object.fromEntries(Object.entries(TOKENS).map(([name, value]) => [`--mfa-${name}`, value])),
    );
  });

  it('each have a description', () => {
    assert.deepEqual(
      documented.filter(({ description }) => !description).map(({ name }) => name),
      [],
    );
  });

  it('are in the documentation of every element that uses them', () => {
    for (const { tagName, cssProperties } of elements) {
      assert.ok(namesOf(cssProperties).includes('--mfa-radius'), tagName);
    }
  });
});
