/**
 * Returns whether the typed code differs from the right one by one typo: a single other digit, or two
 * adjacent digits that are swapped. Returns `false` for the right code itself. Both codes have the same
 * length.
 */
export function isOneTypoAway(typed: string, right: string): boolean {
  const differing = Array.from(right, (_digit, place) => place).filter(
    (place) => typed[place] !== right[place],
  );
  const [first = 0, second = 0] = differing;
  if (differing.length === 1) return true;
  return (
    differing.length === 2 &&
    second === first + 1 &&
    typed[first] === right[second] &&
    typed[second] === right[first]
  );
}
