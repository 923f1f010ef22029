import { existsSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { BuiltStory } from './built-storybook.js';

/** `npm run accept` writes the results, instead of comparing them with the accepted ones. */
export const ACCEPTS = process.env.ACCEPT === '1';

/** The path of a story's accepted files. It begins with the last part of the title, mostly a tag name. */
export const storyPath = ({ id, title }: BuiltStory): string => {
  const [, name = id] = id.split('--');
  return join(title.split('/').at(-1)?.toLowerCase() ?? title, name);
};

/** All files in a folder and below, relative to it. */
export const filesUnder = (folder: string): string[] =>
  existsSync(folder)
    ? readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    : [];
