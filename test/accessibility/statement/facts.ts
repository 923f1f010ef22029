import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { filesUnder } from '../../stories/accepted.js';
import { ALL_LOOKS, coveringLooks, PSEUDO_LOCALES, THEMES, WIDTHS } from '../../stories/looks.js';
import { LOCALES } from '../../../locales/languages.js';
import { storyChecks } from '../story-checks.js';
import { CASES } from '../cases.js';

/** Every story has one accepted tree; test/stories checks this. */
const trees = fileURLToPath(new URL('../../stories/accessibility-tree/', import.meta.url));

const versionOf = (name: string): string => {
  const file = createRequire(import.meta.url).resolve(`${name}/package.json`);
  return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version;
};

/** The facts about a run of the tests that do not change from run to run. */
export const FACTS = {
  stories: filesUnder(trees).filter((file) => file.endsWith('.txt')).length,
  themes: THEMES,
  locales: LOCALES,
  pseudoLocales: PSEUDO_LOCALES,
  widths: WIDTHS,
  /** The looks of each story in `npm test`. */
  looks: coveringLooks(0).length,
  /** The looks of each story in `npm run test:long`. */
  allLooks: ALL_LOOKS.length,
  storyChecks,
  cases: CASES,
  axe: versionOf('axe-core'),
} as const;
