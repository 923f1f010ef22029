import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { BuiltStory } from './built-storybook.js';
import { ACCEPTS, filesUnder, storyPath } from './accepted.js';
import { lineDifference } from './line-difference.js';

const folder = fileURLToPath(new URL('accessibility-tree/', import.meta.url));

/** Where the tree of a story is kept. */
export const treeFile = (story: BuiltStory): string => `${storyPath(story)}.txt`;

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
  const accept = `Is it meant? Then run npm run accept and commit ${relative('.', file)}.`;
  if (!existsSync(file)) return [`no accessibility tree was accepted yet. ${accept}`];
  const difference = lineDifference(readFileSync(file, 'utf8'), tree);
  return difference ? [`the accessibility tree is another one.\n${difference}\n${accept}`] : [];
}

/** The trees that were accepted, as {@link treeFile} names them. */
export const acceptedTrees = (): string[] => filesUnder(folder);

/** Takes away the tree of a story that is gone. */
export const dropTree = (file: string): void => rmSync(join(folder, file));
