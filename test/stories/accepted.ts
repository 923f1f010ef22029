import { existsSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { BuiltStory } from './built-storybook.js';

/** Whether what is seen now is what is wanted: it is written, in place of compared. */
export const ACCEPTS = process.env.ACCEPT === '1';

/** Where what was accepted of a story is kept: by the last part of its title, which is mostly its tag. */
export const storyPath = ({ id, title }: BuiltStory): string => {
  const [, name = id] = id.split('--');
  return join(title.split('/').at(-1)?.toLowerCase() ?? title, name);
};

/** All files under a folder, as they are called from there. */
export const filesUnder = (folder: string): string[] =>
  existsSync(folder)
    ? readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    : [];
