/** Lines that stay, for orientation, around each that does not. */
const AROUND = 2;

interface Line {
  readonly sign: ' ' | '-' | '+';
  readonly text: string;
}

/**
 * What changed between two texts, line by line: "-" is gone, "+" is new.
 *
 * @returns '' when nothing did.
 */
export function lineDifference(before: string, after: string): string {
  const lines = compare(before.split('\n'), after.split('\n'));
  const near = (index: number) =>
    lines.slice(Math.max(0, index - AROUND), index + AROUND + 1).some(({ sign }) => sign !== ' ');
  return lines
    .filter((_line, index) => near(index))
    .map(({ sign, text }) => `${sign} ${text}`)
    .join('\n');
}

/** By the longest common subsequence: a new line does not make all that follow new. */
function compare(before: readonly string[], after: readonly string[]): Line[] {
  /** The length of what the texts have in common from this line and that line on. */
  const common = new Map<string, number>();
  const commonFrom = (left: number, right: number) => common.get(`${left},${right}`) ?? 0;
  for (let left = before.length - 1; left >= 0; left -= 1) {
    for (let right = after.length - 1; right >= 0; right -= 1) {
      const length =
        before[left] === after[right]
          ? commonFrom(left + 1, right + 1) + 1
          : Math.max(commonFrom(left + 1, right), commonFrom(left, right + 1));
      common.set(`${left},${right}`, length);
    }
  }
  const lines: Line[] = [];
  let left = 0;
  let right = 0;
  while (left < before.length || right < after.length) {
    const old = before[left];
    const now = after[right];
    if (old !== undefined && old === now) {
      lines.push({ sign: ' ', text: old });
      left += 1;
      right += 1;
    } else if (old !== undefined && commonFrom(left + 1, right) >= commonFrom(left, right + 1)) {
      lines.push({ sign: '-', text: old });
      left += 1;
    } else {
      lines.push({ sign: '+', text: now ?? '' });
      right += 1;
    }
  }
  return lines;
}
