/** A QR code as dark and light modules, without its quiet zone. */
export interface QrMatrix {
  /** Modules per side. */
  readonly size: number;
  readonly isDark: (row: number, column: number) => boolean;
}

/** A QR code as one SVG path, one unit per module. */
export interface QrPath {
  /** Path data of the dark modules. */
  readonly data: string;
  /** Units per side, including the quiet zone. */
  readonly size: number;
}

/** Light modules on every side (ISO/IEC 18004:2015, section 6.3.8). */
export const QUIET_ZONE = 4;

/** Returns the dark modules as one path, with a rectangle for each unbroken run in a row. */
export function qrPath({ size, isDark }: QrMatrix): QrPath {
  const runs: string[] = [];
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column < size; column += 1) {
      if (!isDark(row, column)) continue;
      const start = column;
      while (column < size && isDark(row, column)) column += 1;
      const width = column - start;
      runs.push(`M${start + QUIET_ZONE} ${row + QUIET_ZONE}h${width}v1h-${width}z`);
    }
  }
  return { data: runs.join(''), size: size + 2 * QUIET_ZONE };
}
