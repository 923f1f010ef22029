/** The number of unchanged lines around each change. */
const CONTEXT = 2;

interface Line {
  readonly sign: ' ' | '-' | '+';
  readonly text: string;
}

/**
 * Lists the changes between two texts, line by line: "-" is removed, "+" is added.
 *
 * @returns '' if they are equal.
 */
export function lineDifference(before: string, after: string): string {
  const lines = compare(before.split('\n'), after.split('\n'));
  const near = (index: number) =>
    lines.slice(Math.max(0, index - CONTEXT), index + CONTEXT + 1).some(({ sign }) => sign !== ' ');
  return lines
    .filter((_line, index) => near(index))
    .map(({ sign, text }) => `${sign} ${text}`)
    .join('\n');
}

/** Uses the longest common subsequence, so that a new line does not make all the following ones new. */
function compare(before: readonly string[], after: readonly string[]): Line[] {
  /** The length of the longest common subsequence from two lines on. */
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
