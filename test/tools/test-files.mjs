import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/** The folders under test/ that are tested in Node, those that take longest first; all others are tested in a browser. */
export const NODE_FOLDERS = [
  'stories',
  'journey',
  'demo',
  'package',
  'check',
  'locales',
  'tools',
  'accessibility/statement',
];

/**
 * The files under a folder, as paths from the project's folder with `/` between their parts.
 *
 * @param {string} folder
 * @param {RegExp} name what their paths match
 */
export const filesUnder = (folder, name) =>
  readdirSync(folder, { recursive: true })
    .map((file) => join(folder, file).replaceAll('\\', '/'))
    .filter((file) => name.test(file))
    .sort();

const TEST = /\.test\.ts$/;

/** @param {string} folder one of {@link NODE_FOLDERS} */
export const nodeTests = (folder) => filesUnder(`test/${folder}`, TEST);

export const browserTests = () => {
  const inNode = new Set(NODE_FOLDERS.flatMap(nodeTests));
  return filesUnder('test', TEST).filter((file) => !inNode.has(file));
};
