import { readFileSync, writeFileSync } from 'node:fs';

/** The counts of the last accepted run, which README and SECURITY.md show. */
const FILE = 'test/security/counts/accepted.json';

/** @returns {Record<string, number>} the accepted counts, by the names of {@link ./count-rows.ts} */
export const acceptedCounts = () => JSON.parse(readFileSync(FILE, 'utf8'));

/**
 * Compares what a test has counted with the accepted count. With `ACCEPT=1` it writes the count.
 *
 * @param {string} name one of the names in count-rows.ts
 * @param {number} count
 * @returns {string} the difference, or an empty text
 */
export function countDifference(name, count) {
  const accepted = acceptedCounts();
  if (accepted[name] === count) return '';
  if (process.env.ACCEPT !== '1') {
    return `${name}: ${count}, and ${FILE} has ${accepted[name] ?? 'none'}. If it is meant, run npm run accept.`;
  }
  const renewed = Object.entries({ ...accepted, [name]: count }).sort(([one], [other]) =>
    one.localeCompare(other, 'en'),
  );
  writeFileSync(FILE, `${JSON.stringify(Object.fromEntries(renewed), undefined, 2)}\n`);
  return '';
}

/** A plugin of Web Test Runner. The command `count-difference` does the above for a test in a browser. */
export function runCounts() {
  return {
    name: 'run-counts',
    executeCommand: ({ command, payload }) =>
      command === 'count-difference' ? countDifference(payload.name, payload.count) : undefined,
  };
}
