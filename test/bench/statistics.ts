/** What is told of the same thing measured several times. */
export interface Summary {
  readonly runs: number;
  readonly least: number;
  readonly lowerQuartile: number;
  readonly median: number;
  readonly upperQuartile: number;
}

/** Returns the value below which a part of the sorted values is, between two of them in proportion. */
function quantile(sorted: readonly number[], part: number): number {
  const place = (sorted.length - 1) * part;
  const below = sorted[Math.floor(place)] ?? NaN;
  const above = sorted[Math.ceil(place)] ?? NaN;
  return below + (above - below) * (place - Math.floor(place));
}

/**
 * Summarizes measurements.
 *
 * @throws {Error} If there are none, or one is not a number.
 */
export function summarize(values: readonly number[]): Summary {
  if (values.length === 0) throw new Error('Nothing was measured.');
  if (!values.every(Number.isFinite)) throw new Error(`Not all are numbers: ${values.join(', ')}.`);
  const sorted = values.toSorted((one, other) => one - other);
  return {
    runs: sorted.length,
    least: quantile(sorted, 0),
    lowerQuartile: quantile(sorted, 0.25),
    median: quantile(sorted, 0.5),
    upperQuartile: quantile(sorted, 0.75),
  };
}

/** Returns the median of measurements. */
export const medianOf = (values: readonly number[]): number => summarize(values).median;
