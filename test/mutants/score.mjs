import { readFileSync, writeFileSync } from 'node:fs';
import { percentOf } from './judge.mjs';

/** The scores of the last run, by folder, which SECURITY.md shows. */
const FILE = 'test/mutants/score.json';

/** @returns {Record<string, { killed: number, mutants: number }>} */
export const acceptedScores = () => JSON.parse(readFileSync(FILE, 'utf8'));

/** @param {Record<string, { killed: number, mutants: number }>} scores of the folders that were run */
export function acceptScores(scores) {
  const renewed = { ...acceptedScores(), ...scores };
  writeFileSync(FILE, `${JSON.stringify(renewed, undefined, 2)}\n`);
}

/**
 * Writes the scores as Markdown.
 *
 * @param {ReturnType<typeof acceptedScores>} scores
 * @param {number} guards
 */
export function scoresText(scores, guards) {
  const parts = Object.entries(scores).map(
    ([folder, score]) =>
      `${Math.floor(percentOf(score))} % of ${score.mutants.toLocaleString('en')} in \`${folder}\``,
  );
  const listed = new Intl.ListFormat('en').format(parts);
  return `\`npm run test:mutants\` changes the code in one place at a time, and sees whether a test fails. Of these mutants the tests kill ${listed}. They kill every mutant in the ${guards} [guards of security](test/mutants/guards.mjs), except mutants that change nothing.`;
}
