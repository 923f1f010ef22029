import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../../demo/tools/prepare.mjs';

const DIST = join(projectRoot, 'dist');

/** The version that a part of the library tells to the entry (src/script-tag/parts.ts). */
const VERSION = /^export const version="([0-9a-f]{8})"/m;

/**
 * What the version is replaced by. It is a hash of all files, so that a change of one file changes the compressed
 * bytes of others by up to 80, which nobody could tell from growth.
 */
const FIXED_VERSION = '8c3f51da';

/**
 * Returns the scripts of the built library by name, with a version that does not change.
 *
 * @throws {Error} If no file tells a version.
 */
export function libraryFiles(): ReadonlyMap<string, Buffer> {
  const files = readdirSync(DIST)
    .filter((name) => name.endsWith('.js'))
    .map((name) => [name, readFileSync(join(DIST, name), 'utf8')] as const);
  const versions = new Set(files.flatMap(([, text]) => VERSION.exec(text)?.[1] ?? []));
  if (versions.size === 0) throw new Error(`No file in ${DIST} tells a version.`);
  const fixed = (text: string) =>
    [...versions].reduce((changed, version) => changed.replaceAll(version, FIXED_VERSION), text);
  return new Map(files.map(([name, text]) => [name, Buffer.from(fixed(text))]));
}
