/** White space of any kind, hyphens and dashes, and the invisible marks that travel with a paste. */
const SEPARATORS = /[\s\p{Dash}\p{Default_Ignorable_Code_Point}]+/gu;

/**
 * A recovery code as it is sent: without spaces and hyphens, in capitals, so that what a person
 * copies from paper is what the server gave. Letters that look like digits (O/0, I/L/1) are left
 * alone: only the server knows its own alphabet.
 *
 * @param text What was typed or pasted.
 * @returns The code; empty when nothing was left.
 */
export function normalizeRecoveryCode(text: string): string {
  return text.normalize('NFKC').replace(SEPARATORS, '').toUpperCase();
}
