const MOST = 3;
/** Limit of the compared text, in characters: the time is the product of both lengths. */
const MAX_LENGTH = 60;

/**
 * Returns the few names with the smallest edit distance to the given one, ignoring case.
 *
 * @param furthest The largest distance allowed; unlimited by default.
 */
export function nearestNames(
  given: string,
  names: readonly string[],
  furthest = Infinity,
): readonly string[] {
  const wanted = given.slice(0, MAX_LENGTH).toLowerCase();
  return names
    .map((name) => ({ name, distance: editDistance(wanted, name.toLowerCase()) }))
    .filter(({ distance }) => distance <= furthest)
    .sort((one, other) => one.distance - other.distance)
    .slice(0, MOST)
    .map(({ name }) => name);
}

/** Levenshtein distance. */
function editDistance(from: string, to: string): number {
  let previous = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (const [row, letter] of [...from].entries()) {
    const current = [row + 1];
    for (const [column, other] of [...to].entries()) {
      const replaced = (previous[column] ?? 0) + (letter === other ? 0 : 1);
      const removed = (previous[column + 1] ?? 0) + 1;
      const added = (current[column] ?? 0) + 1;
      current.push(Math.min(replaced, removed, added));
    }
    previous = current;
  }
  return previous.at(-1) ?? 0;
}
