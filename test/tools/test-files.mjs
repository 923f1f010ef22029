import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/** The folders under test/ whose tests run in Node, slowest first. All other tests run in a browser. */
export const NODE_FOLDERS = [
  'stories',
  'journey',
  'faults',
  'demo',
  'package',
  'security',
  'check',
  'locales',
  'tools',
  'bench',
  'mutants',
  'build',
  'accessibility/statement',
  'host-pages/works-in',
];

/**
 * Lists the files under a folder, as sorted paths from the project's folder with `/` as separator.
 *
 * @param {string} folder
 * @param {RegExp} name matches the paths to list
 */
export const filesUnder = (folder, name) =>
  readdirSync(folder, { recursive: true })
    .map((file) => join(folder, file).replaceAll('\\', '/'))
    .filter((file) => name.test(file))
    .sort();

const TEST = /\.test\.ts$/;

/**
 * Lists the tests of a folder that run in Node.
 *
 * @param {string} folder one of {@link NODE_FOLDERS}
 */
export const nodeTests = (folder) => filesUnder(`test/${folder}`, TEST);

/** Lists the tests that run in a browser. */
export const browserTests = () => {
  const inNode = new Set(NODE_FOLDERS.flatMap(nodeTests));
  return filesUnder('test', TEST).filter((file) => !inNode.has(file));
};
