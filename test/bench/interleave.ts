/**
 * Measures each case several times, in rounds: every case once, then every case again, so that a busy moment of
 * the machine hits all of them. Each round begins at another case, so that none always follows the same one.
 *
 * @returns The results of each case, in the order of the rounds.
 */
export async function interleave<Case, Result>(
  cases: readonly Case[],
  rounds: number,
  measure: (one: Case) => Promise<Result>,
): Promise<Map<Case, Result[]>> {
  const results = new Map<Case, Result[]>(cases.map((one) => [one, []]));
  for (let round = 0; round < rounds; round += 1) {
    const first = round % cases.length;
    for (const one of [...cases.slice(first), ...cases.slice(0, first)]) {
      const result = await measure(one);
      results.get(one)?.push(result);
    }
  }
  return results;
}
