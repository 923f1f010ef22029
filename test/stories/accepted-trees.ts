import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { BuiltStory } from './built-storybook.js';
import { ACCEPTS, filesUnder, storyPath } from './accepted.js';
import { lineDifference } from './line-difference.js';

const folder = fileURLToPath(new URL('accessibility-tree/', import.meta.url));

/** The file with the accepted tree of a story. */
export const treeFile = (story: BuiltStory): string => `${storyPath(story)}.txt`;

/**
 * Compares the accessibility tree of a story with the accepted one. With `ACCEPT=1` it accepts the tree.
 *
 * @returns One complaint if they differ, otherwise none.
 */
export function compareTree(story: BuiltStory, tree: string): string[] {
  const file = join(folder, treeFile(story));
  if (ACCEPTS) {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, tree);
    return [];
  }
  const accept = `If it is meant, run npm run accept and commit ${relative('.', file)}.`;
  if (!existsSync(file)) return [`no accessibility tree was accepted yet. ${accept}`];
  const difference = lineDifference(readFileSync(file, 'utf8'), tree);
  return difference ? [`the accessibility tree has changed.\n${difference}\n${accept}`] : [];
}

/** The accepted trees, named as by {@link treeFile}. */
export const acceptedTrees = (): string[] => filesUnder(folder);

/** Deletes the tree of a story that is gone. */
export const dropTree = (file: string): void => rmSync(join(folder, file));
