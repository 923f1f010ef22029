/**
 * Whether one slip of a finger or of the memory makes the typed code of the right one: a single other
 * digit, or two neighbors in each other's place. The right code itself is none. Both are as long.
 */
export function isOneSlipAway(typed: string, right: string): boolean {
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
