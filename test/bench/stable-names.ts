import type { Metafile, OutputFile } from 'esbuild';
import { createHash } from 'node:crypto';
import { basename } from 'node:path';

/** Matches the hash in the name of a file, as esbuild writes it. */
const HASH = /-([A-Z0-9]{8})\.js$/;

/** Returns eight characters that compress like a hash, and depend on nothing but a number. */
const standIn = (number: number): string =>
  createHash('sha256').update(String(number)).digest('hex').slice(0, 8).toUpperCase();

/** Returns the paths of all outputs in the order in which they import each other. */
function inOrder({ outputs }: Metafile, entry: string): string[] {
  const found = new Set<string>();
  const visit = (path: string): void => {
    if (found.has(path) || !outputs[path]) return;
    found.add(path);
    for (const { path: imported } of outputs[path].imports) visit(imported);
  };
  visit(entry);
  return [...found];
}

/**
 * Returns the files of a bundle by name, with other hashes in the names, which do not depend on the content: a
 * change of one file then changes no byte of those that import it.
 *
 * @returns The files, and what the name of an output has become.
 */
export function stableNames(
  files: readonly OutputFile[],
  metafile: Metafile,
  entry: string,
): { readonly files: ReadonlyMap<string, Uint8Array>; readonly nameOf: (path: string) => string } {
  const replaced = new Map<string, string>();
  for (const [index, path] of inOrder(metafile, entry).entries()) {
    const hash = HASH.exec(path)?.[1];
    if (hash !== undefined) replaced.set(hash, standIn(index));
  }
  const rename = (text: string): string =>
    text.replaceAll(/-([A-Z0-9]{8})\.js\b/g, (whole, hash: string) => {
      const other = replaced.get(hash);
      return other === undefined ? whole : `-${other}.js`;
    });
  const nameOf = (path: string): string => rename(basename(path));
  const renamed = files.map(({ path, text }): [string, Uint8Array] => [
    nameOf(path),
    Buffer.from(rename(text)),
  ]);
  return { files: new Map(renamed), nameOf };
}
