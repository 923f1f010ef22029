import { cli as analyzer } from '@custom-elements-manifest/analyzer/cli.js';
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { TOKENS } from '../../src/styles/tokens.js';

/** Something that a docstring documents under a name. */
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

const tags = [...classes.values()].filter(({ tagName }) => tagName);

/** The modules of `src/elements/` that a module is made of, up to the classes of other tags. */
function sourcesOf(path: string, found = new Map<string, string>()): Map<string, string> {
  const url = new URL(path, root);
  if (found.has(path) || !existsSync(url)) return found;
  const source = readFileSync(url, 'utf8');
  found.set(path, source);
  for (const { groups } of source.matchAll(
    /^(?:import|export)\b[^;]*? from '(?<from>\.[^']+)\.js'/gm,
  )) {
    const imported = new URL(`${groups?.from ?? ''}.ts`, url).pathname;
    const within = imported.slice(root.pathname.length);
    const isOther = /-element\.ts$|\/mfa-[^/]*\.ts$/.test(within);
    if (within.startsWith('src/elements/') && !isOther) sourcesOf(within, found);
  }
  return found;
}

/** The source of a class, of what it is made of, and of what it extends. */
function sourceOf(name: string): string {
  const known = classes.get(name);
  if (!known) return '';
  const own = [...sourcesOf(known.path).values()].join('\n');
  return own + sourceOf(known.superclass?.name ?? '');
}

const captured = (source: string, pattern: RegExp): string[] =>
  [...source.matchAll(pattern)].flatMap(({ groups }) => (groups?.names ?? '').split(/[\s,]+/));

/** The names in every `part` and `exportparts`. What is put together of several stands there with `${`. */
function partsIn(source: string): { names: Set<string>; composed: RegExp[] } {
  const written = captured(source, /\b(?:export)?parts?="(?<names>[^"]+)"/g);
  return {
    names: new Set([
      ...written.filter((name) => !name.includes('${')),
      // What a caller hands to a piece that several share.
      ...captured(source, /\bpart: '(?<names>[^']+)'/g),
    ]),
    composed: written
      .filter((name) => name.includes('${'))
      .map((name) => new RegExp(`^${name.replace(/\$\{[^}]*\}/, '.+')}$`)),
  };
}

const namesOf = (documented: readonly Documented[] = []): string[] =>
  documented.map(({ name }) => name).sort();

describe('the parts and slots', () => {
  for (const { tagName, name, cssParts, slots } of tags) {
    const source = sourceOf(name);

    it(`of ${tagName} are documented when it has them`, () => {
      const documented = namesOf(cssParts);
      const { names } = partsIn(source);
      assert.deepEqual(
        [...names].filter((part) => !documented.includes(part)),
        [],
      );
    });

    it(`of ${tagName} are there when they are documented`, () => {
      const { names, composed } = partsIn(source);
      const isThere = (part: string) =>
        names.has(part) || composed.some((pattern) => pattern.test(part));
      assert.deepEqual(
        namesOf(cssParts).filter((part) => !isThere(part)),
        [],
      );
    });

    it(`of ${tagName}: its slots are those it documents`, () => {
      const rendered = new Set([
        ...captured(source, /<slot name="(?<names>[^"]+)"/g),
        // What a tag hands down to the tag in it.
        ...captured(source, /':scope > \[slot=(?<names>[\w-]+)\]'/g),
      ]);
      assert.deepEqual(namesOf(slots), [...rendered].sort());
    });
  }

  it('are looked for in every tag', () => {
    assert.ok(tags.length >= 9, `${tags.length} tags`);
  });
});

describe('the tokens', () => {
  const documented = classes.get('ThemedElement')?.cssProperties ?? [];

  it('are documented with the defaults they have', () => {
    assert.deepEqual(
      Object.fromEntries(documented.map(({ name, default: value }) => [name, value])),
      Object.fromEntries(Object.entries(TOKENS).map(([name, value]) => [`--mfa-${name}`, value])),
    );
  });

  it('each say what they are for', () => {
    assert.deepEqual(
      documented.filter(({ description }) => !description).map(({ name }) => name),
      [],
    );
  });

  it('are in the documentation of every tag that is drawn with them', () => {
    for (const { tagName, cssProperties } of tags) {
      assert.ok(namesOf(cssProperties).includes('--mfa-radius'), tagName);
    }
  });
});
