const MOST = 3;
/** A name is a word, not a page; comparing takes the product of both lengths. */
const LONGEST = 60;

/**
 * The few names that take the fewest changes of a letter to become the given one, whatever its case.
 *
 * @param furthest The most changes that a name may take; absent: as many as it takes.
 */
export function nearestNames(
  given: string,
  names: readonly string[],
  furthest = Infinity,
): readonly string[] {
  const wanted = given.slice(0, LONGEST).toLowerCase();
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
