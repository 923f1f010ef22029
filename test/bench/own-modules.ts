import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../../demo/tools/prepare.mjs';

/** Where the modules of the package are. */
const MODULES = join(projectRoot, 'dist/esm');

/** The path of the module of a page that registers every element. */
export const DEFINE = join(projectRoot, 'test/bench/define.mjs');

/** Returns the path of each module that registers one element, by its tag name. */
export function ownModules(): ReadonlyMap<string, string> {
  const root = join(MODULES, 'elements');
  const found = readdirSync(root, { recursive: true, encoding: 'utf8' })
    .sort()
    .map((file) => /^[\w-]+[\\/](mfa-[\w-]+)\.js$/.exec(file))
    .filter((match) => match !== null)
    .map(([file, tag = '']): [string, string] => [tag, join(root, file)]);
  return new Map(found);
}
