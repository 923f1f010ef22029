import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { BuiltStory } from '../tools/run-stories.mjs';
import { lineDifference } from './line-difference.js';

const folder = fileURLToPath(new URL('accessibility-tree/', import.meta.url));

/** Whether what is seen now is what is wanted: it is written, in place of compared. */
const ACCEPTS = process.env.ACCEPT === '1';

/** Where the tree of a story is kept, by the last part of its title, which is mostly its tag. */
export const treeFile = ({ id, title }: BuiltStory): string => {
  const [, name = id] = id.split('--');
  return join(title.split('/').at(-1)?.toLowerCase() ?? title, `${name}.txt`);
};

/**
 * Holds the accessibility tree of a story against the one that was accepted.
 *
 * @returns What differs, one entry; none when nothing does. With `ACCEPT=1` it is accepted.
 */
export function compareTree(story: BuiltStory, tree: string): string[] {
  const file = join(folder, treeFile(story));
  if (ACCEPTS) {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, tree);
    return [];
  }
  const accept = `Is it meant? Then run the stories with ACCEPT=1 and commit ${relative('.', file)}.`;
  if (!existsSync(file)) return [`no accessibility tree was accepted yet. ${accept}`];
  const difference = lineDifference(readFileSync(file, 'utf8'), tree);
  return difference ? [`the accessibility tree is another one.\n${difference}\n${accept}`] : [];
}

/** The files that were accepted, as {@link treeFile} names them. */
export const acceptedFiles = (): string[] =>
  existsSync(folder)
    ? readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    : [];
