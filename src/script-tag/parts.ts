import { createHash } from 'node:crypto';
import remapping from '@jridgewell/remapping';
import MagicString from 'magic-string';
import { minify } from 'terser';
import type { Plugin, Rolldown } from 'vite';
import { replaceCode } from '../build/replace-code.js';

type Chunk = Rolldown.OutputChunk;

interface Named {
  readonly name: string;
}

interface Specifier {
  readonly local: Named;
  readonly imported?: Named;
  readonly exported?: Named;
}

/** A statement of a module (ESTree), with the fields of imports and exports. */
interface Statement {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly declaration?: object | null;
  readonly source?: { readonly value: string } | null;
  readonly specifiers?: readonly Specifier[];
}

/** A file of the build, and what of it is rewritten. */
interface File {
  readonly chunk: Chunk;
  readonly imports: readonly Statement[];
  readonly exports: readonly Statement[];
  readonly changed: MagicString;
}

/** Names the file with the helpers of the bundler, which each file that uses them gets its own copy of. */
const RUNTIME = 'rolldown-runtime';

/** Matches a dynamic import of a file beside this one, as the minifier writes it. */
const DYNAMIC_IMPORT = /\bimport\([`"']\.\/([\w.-]+)[`"']\)/g;

/** Returns `{a:b}` for names that differ outside and inside of a file. */
const fields = (pairs: readonly (readonly [string, string])[]): string =>
  `{${pairs.map(([outer, inner]) => `${outer}:${inner}`).join(',')}}`;

const exportsOf = ({ exports }: Pick<File, 'exports'>): (readonly [string, string])[] =>
  exports.flatMap(({ specifiers = [] }) =>
    specifiers.map(({ exported, local }) => [exported?.name ?? local.name, local.name] as const),
  );

/**
 * Turns each file that shares modules with the entry into a function, which the entry calls with what it shares.
 *
 * Why: a page may load the entry under another address (`mfa-elements.js?v=2`). A file that imports
 * `./mfa-elements.js` would then load a second copy of the library. For the same reason the entry exports
 * nothing but the public API. A file of another version than the entry, from a cache, does not fit: it is
 * requested once more, under an address of its own.
 */
export const parts: Plugin = {
  name: 'parts',
  enforce: 'post',
  async generateBundle(_, bundle) {
    const files = Object.values(bundle)
      .filter((output) => output.type === 'chunk')
      .map((chunk): File => {
        const body = this.parse(chunk.code).body as unknown as readonly Statement[];
        return {
          chunk,
          imports: body.filter(({ type }) => type === 'ImportDeclaration'),
          exports: body.filter(({ type }) => type.startsWith('Export')),
          changed: new MagicString(chunk.code),
        };
      });
    const entry = files.find(({ chunk }) => chunk.isEntry);
    const runtime = files.find(({ chunk }) => chunk.fileName.includes(RUNTIME));
    const shared = files.filter(({ chunk, imports }) => !chunk.isEntry && imports.length > 0);
    const facadeId = entry?.chunk.facadeModuleId;
    const facade = facadeId ? this.getModuleInfo(facadeId) : undefined;
    if (!entry || !facade?.code) throw new Error('There is no entry.');
    const publicNames = new Set(
      namesExportedBy(this.parse(facade.code).body as unknown as Statement[]),
    );
    const names = sharedNames(entry, shared);
    const version = createHash('sha256')
      .update([...files.map(({ chunk }) => chunk.code), ...names].join())
      .digest('hex')
      .slice(0, 8);

    const numberOf = new Map(shared.map(({ chunk }, index) => [chunk.fileName, index]));
    for (const file of shared) await makeFunction(file, entry, names, runtime, version);
    for (const file of [entry, ...shared]) callParts(file, numberOf);
    shareWith(entry, shared, names, numberOf, publicNames, version);
    for (const { chunk, changed } of [entry, ...shared]) {
      const map = changed.generateMap({ hires: true, source: chunk.fileName });
      const fromSources = remapping([map as never, chunk.map as never], () => null);
      replaceCode(bundle, chunk, changed.toString(), fromSources);
      chunk.imports.length = 0;
    }
    if (runtime) Reflect.deleteProperty(bundle, runtime.chunk.fileName);
  },
};

const namesExportedBy = (body: readonly Statement[]): string[] =>
  body.flatMap(({ specifiers = [] }) =>
    specifiers.flatMap(({ exported }) => (exported ? [exported.name] : [])),
  );

const isRuntime = (specifier: string): boolean => specifier.includes(RUNTIME);

/** Returns the files that a file imports, the entry first. */
const importedBy = ({ imports }: File, entry: string): string[] => [
  entry,
  ...imports
    .map(({ source }) => source?.value.slice(2) ?? '')
    .filter((name) => name !== entry && !isRuntime(name)),
];

/** Returns what a file imports from others: the names outside and inside of it. */
const importsFrom = (
  { imports, chunk }: File,
  matches: (name: string) => boolean,
): (readonly [string, string])[] =>
  imports
    .filter(({ source }) => matches(source?.value.slice(2) ?? ''))
    .flatMap(({ specifiers = [] }) =>
      specifiers.map(({ imported, local }) => {
        if (!imported) throw new Error(`${chunk.fileName} imports a whole namespace.`);
        return [imported.name, local.name] as const;
      }),
    );

/**
 * Returns what the entry shares, by the exported name, in the order in which it passes it. A place in a list takes
 * less than half of the bytes of a name. What most parts use comes first, so that the list of a part can end early.
 */
function sharedNames({ chunk }: File, shared: readonly File[]): string[] {
  const used = shared.map((file) =>
    importsFrom(file, (other) => other === chunk.fileName).map(([name]) => name),
  );
  const uses = (name: string): number => used.filter((names) => names.includes(name)).length;
  return [...new Set(used.flat())].sort((one, other) => uses(other) - uses(one));
}

/** Returns `[a,,b]`: what a file uses of a list, by the names that it has inside of the file. */
function places(used: readonly (readonly [string, string])[], list: readonly string[]): string {
  const locals = new Map(used);
  return `[${list.map((name) => locals.get(name) ?? '').join()}]`.replace(/,*\]$/, ']');
}

/** `import {a as b} from './mfa-elements.js'; …; export {c as d}` → `export default (load, [b]) => {…; return {d: c}}` */
async function makeFunction(
  file: File,
  entry: File,
  names: readonly string[],
  runtime: File | undefined,
  version: string,
): Promise<void> {
  const { imports, exports, changed, chunk } = file;
  if (exports.some(({ source, declaration }) => source ?? declaration))
    throw new Error(`${chunk.fileName} has an export that is not at its end.`);
  const parameters = importedBy(file, entry.chunk.fileName).map((other) => {
    const used = importsFrom(file, (name) => name === other);
    return other === entry.chunk.fileName ? places(used, names) : fields(used);
  });
  for (const { start, end } of [...imports, ...exports]) changed.remove(start, end);
  const helpers = fields(importsFrom(file, isRuntime));
  const prologue =
    runtime && helpers !== '{}' ? `const${helpers}=${await asExpression(runtime, helpers)};` : '';
  changed.prepend(
    `export const version="${version}";export default($part,${parameters.join()})=>{${prologue}`,
  );
  changed.append(`\nreturn${fields(exportsOf(file))}}`);
}

/**
 * Returns the helpers of the bundler that a file uses as an expression, without what only the others need: reading a
 * member of `Object`, as they do, has no effect.
 *
 * @param used The helpers, as fields.
 */
async function asExpression({ chunk, exports }: File, used: string): Promise<string> {
  const body = new MagicString(chunk.code);
  for (const { start, end } of exports) body.remove(start, end);
  // It would find what a script of the page has added to `Object.prototype`.
  body.replace(/for ?\((?:var|let) (\w+) in (\w+)\)/g, 'for(let $1 of Object.keys($2))');
  if (/ in \w+\)/.test(body.toString())) throw new Error('A helper reads inherited members.');
  const all = exportsOf({ exports }).filter(([name]) => new RegExp(`[{,]${name}:`).test(used));
  const { code = '' } = await minify(`x=(()=>{${body.toString()}\nreturn${fields(all)}})()`, {
    compress: { pure_getters: true },
  });
  return code.replace(/^x=|;$/g, '');
}

/** `import('./mfa-elements-linking.js')` → `$part(0)` */
function callParts({ chunk, changed }: File, numberOf: ReadonlyMap<string, number>): void {
  for (const { 0: call, 1: name = '', index } of chunk.code.matchAll(DYNAMIC_IMPORT)) {
    const number = numberOf.get(name);
    if (number !== undefined) changed.overwrite(index, index + call.length, `$part(${number})`);
  }
}

/** Adds to the entry what calls the parts, and leaves out the exports that only they need. */
function shareWith(
  entry: File,
  shared: readonly File[],
  names: readonly string[],
  numberOf: ReadonlyMap<string, number>,
  publicNames: ReadonlySet<string>,
  version: string,
): void {
  const { chunk, exports, changed } = entry;
  const all = exportsOf(entry);
  const locals = new Map(all);
  const table = shared.map((file) => [
    `./${file.chunk.fileName}`,
    ...importedBy(file, chunk.fileName)
      .slice(1)
      .map((name) => numberOf.get(name)),
  ]);
  for (const { start, end } of exports) changed.remove(start, end);
  const publicExports = all
    .filter(([name]) => publicNames.has(name))
    .map(([name, local]) => `${local} as ${name}`);
  changed.append(`\nexport{${publicExports.join()}};`);
  // First, because a module of the entry may need a part while it is evaluated.
  changed.prepend(
    `const $shared=()=>[${names.map((name) => locals.get(name)).join()}],` +
      `$files=${JSON.stringify(table)},$parts=[],` +
      // The address of the entry may have a query to get past caches, which then holds for its parts too.
      `$load=(file,query)=>import(new URL(file+query,import.meta.url).href).then(part=>part.version==="${version}"?part.default:query==="?${version}"?Promise.reject(Error("Another version")):$load(file,"?${version}")),` +
      `$part=number=>{const[file,...needed]=$files[number];` +
      `return $parts[number]??=Promise.all([$load(file,new URL(import.meta.url).search),...needed.map($part)])` +
      `.then(([make,...others])=>make($part,$shared(),...others)).catch(error=>{delete $parts[number];throw error})};`,
  );
}
