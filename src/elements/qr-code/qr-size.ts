/**
 * Bytes that a QR code of each version holds in byte mode at level M, version 1 first
 * (ISO/IEC 18004:2015, table 7).
 */
const CAPACITIES = [
  14, 26, 42, 62, 84, 106, 122, 152, 180, 213, 251, 287, 331, 362, 412, 450, 504, 560, 624, 666,
  711, 779, 857, 911, 997, 1059, 1125, 1190, 1264, 1370, 1452, 1538, 1628, 1722, 1809, 1911, 1989,
  2099, 2213, 2331,
] as const;

/**
 * Returns the modules per side of the QR code of a text, without its quiet zone. Does not need the
 * encoder, so that the space for the code can be reserved at once.
 *
 * @returns `undefined` if the text is longer than a QR code holds.
 */
export function qrSize(text: string): number | undefined {
  const length = utf8Length(text);
  const version = CAPACITIES.findIndex((capacity) => length <= capacity) + 1;
  return version > 0 ? 17 + 4 * version : undefined;
}

/** Not by TextEncoder, which jsdom does not have in Jest, nor by a Blob, which is made in another process. */
function utf8Length(text: string): number {
  let length = 0;
  for (const character of text) {
    const point = character.codePointAt(0) ?? 0;
    length += 1 + Number(point > 0x7f) + Number(point > 0x7ff) + Number(point > 0xffff);
  }
  return length;
}
