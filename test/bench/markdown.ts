import type { Summary } from './statistics.js';

/** Returns a table in Markdown. The first column is text, the others are numbers. */
export function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  const rule = heads.map((_head, index) => (index === 0 ? '---' : '--:'));
  return [line(heads), line(rule), ...rows.map(line)].join('\n');
}

/** Returns a whole number with separators. */
export const whole = (value: number): string => Math.round(value).toLocaleString('en');

/** Returns a number with one decimal below ten, and with none above. */
export const short = (value: number): string => (value < 9.95 ? value.toFixed(1) : whole(value));

/** Returns how often one value goes into another: `1.00` if they are equal. */
export const ratio = (value: number, base: number): string => (value / base).toFixed(2);

/** The heads of the cells of {@link spread}. */
export const SPREAD = ['minimum', 'median', 'quartiles'] as const;

/** Returns the minimum, the median and the quartiles of measurements as cells. */
export const spread = ({ least, median, lowerQuartile, upperQuartile }: Summary): string[] => [
  short(least),
  short(median),
  `${short(lowerQuartile)}–${short(upperQuartile)}`,
];
