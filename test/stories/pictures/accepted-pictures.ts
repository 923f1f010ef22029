import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ACCEPTS, filesUnder, storyPath } from '../accepted.js';
import type { BuiltStory } from '../built-storybook.js';
import { nameOf } from '../looks.js';
import { beside } from './beside.js';
import { comparePictures } from './compare-pictures.js';
import { readPng, writePng } from './picture.js';
import { PICTURE_LOOKS, type TakenPicture } from './take-pictures.js';

const folder = fileURLToPath(new URL('accepted/', import.meta.url));

/** The folder for pictures that differ, ignored by git. */
const DIFFERING = fileURLToPath(new URL('../../../.data/differing-pictures/', import.meta.url));

const fileOf = (story: BuiltStory, { theme, width }: TakenPicture['look']): string =>
  `${storyPath(story)}.${theme}-${width}.png`;

/** The files of the pictures of a story. */
export const pictureFiles = (story: BuiltStory): string[] =>
  PICTURE_LOOKS.map((look) => fileOf(story, look));

/** The accepted pictures, named as by {@link pictureFiles}. */
export const acceptedPictures = (): string[] => filesUnder(folder);

/** Deletes the picture of a story that is gone. */
export const dropPicture = (file: string): void => rmSync(join(folder, file));

function write(file: string, content: Buffer): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
}

/**
 * Compares a picture with the accepted one. If they differ, a file shows both side by side. With `ACCEPT=1`
 * it accepts the picture.
 *
 * @returns One complaint if they differ, otherwise none.
 */
export function comparePicture(story: BuiltStory, { look, file, halved }: TakenPicture): string[] {
  const name = fileOf(story, look);
  const accepted = join(folder, name);
  const before = existsSync(accepted) ? readPng(readFileSync(accepted)) : undefined;
  const compared = before && comparePictures(before, halved);
  if (compared?.summary === '') return [];
  if (ACCEPTS) {
    write(accepted, writePng(halved));
    return [];
  }
  write(join(DIFFERING, name.replace(/png$/, 'now.png')), file);
  if (!before || !compared) {
    return [`[${nameOf(look)}] no picture was accepted yet. Run npm run accept.`];
  }
  const seen = join(DIFFERING, name);
  write(seen, writePng(beside([before, halved, compared.difference])));
  return [
    `[${nameOf(look)}] the picture has changed: ${compared.summary}. ` +
      `Before, now and the difference are in ${relative('.', seen)}. If it is meant, run npm run accept.`,
  ];
}

/** Deletes the pictures that differed in the last run. */
export const deleteDiffering = (): void => rmSync(DIFFERING, { recursive: true, force: true });
