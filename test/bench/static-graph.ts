import type { Metafile } from 'esbuild';
import { resolve } from 'node:path';

/** A file as esbuild tells of it: an output, or an input. */
type Imports = Readonly<
  Record<string, { readonly imports: readonly { readonly path: string; readonly kind: string }[] }>
>;

/** Returns a file and what it imports, through others, by the imports that count. */
function graph(
  files: Imports,
  start: string,
  counts: (imported: { readonly path: string; readonly kind: string }) => boolean,
): string[] {
  const found = new Set<string>();
  const visit = (path: string): void => {
    const file = files[path];
    if (!file || found.has(path)) return;
    found.add(path);
    for (const imported of file.imports) if (counts(imported)) visit(imported.path);
  };
  visit(start);
  return [...found];
}

/** Returns the file and every file that it imports at once, without those that it may load later. */
export const staticGraph = (files: Imports, start: string): string[] =>
  graph(files, start, ({ kind }) => kind === 'import-statement');

/** Returns the file and every file that it imports at once or may load later, without what only those left out need. */
export const wholeGraph = (
  files: Imports,
  start: string,
  isLeftOut: (path: string) => boolean,
): string[] => graph(files, start, ({ path }) => !isLeftOut(path));

/**
 * Returns the output of a module. What is loaded later is an entry point of esbuild too.
 *
 * @param module The path of the module.
 * @throws {Error} If the build has not made it.
 */
export function outputOf({ outputs }: Metafile, module: string): string {
  const entry = Object.entries(outputs).find(
    ([, { entryPoint }]) => entryPoint !== undefined && resolve(entryPoint) === resolve(module),
  );
  if (!entry) throw new Error(`The build has no output of ${module}.`);
  return entry[0];
}
