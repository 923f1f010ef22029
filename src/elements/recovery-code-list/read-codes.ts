/**
 * Reads recovery codes from a text, such as an attribute: a JSON array, as a server may write it, or codes
 * with commas or white space between them, as an array becomes text.
 */
export function readCodes(text: string): readonly string[] {
  try {
    const codes: unknown = JSON.parse(text);
    if (Array.isArray(codes)) return codes.map(String);
  } catch {
    // It is no JSON. The error is not passed on: it may repeat a code.
  }
  return text.split(/[\s,;]+/).filter(Boolean);
}
