const token = (source: string) => new RegExp(`(?:${source})[ \\t\\n\\r]*`, 'y');

/** Tokens of RFC 8259, sections 2 to 7, each with the white space after it. */
const START = token('');
const STRING = token(String.raw`"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[\da-fA-F]{4}))*"`);
const SCALAR = token(
  String.raw`(?:-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)(?![\w.])|${STRING.source}`,
);
const [OPEN_OBJECT, CLOSE_OBJECT] = [token('\\{'), token('\\}')];
const [OPEN_LIST, CLOSE_LIST] = [token('\\['), token('\\]')];
const [COLON, COMMA] = [token(':'), token(',')];

/**
 * Finds where a text stops being valid JSON. Not every browser says so in the error of `JSON.parse`.
 *
 * @returns Line and column, both from 1.
 */
export function findJsonError(text: string): string {
  let at = 0;
  const take = (expected: RegExp): boolean => {
    expected.lastIndex = at;
    if (!expected.test(text)) return false;
    at = expected.lastIndex;
    return true;
  };
  const items = (item: () => boolean, close: RegExp): boolean => {
    if (take(close)) return true;
    do if (!item()) return false;
    while (take(COMMA));
    return take(close);
  };
  const member = (): boolean => take(STRING) && take(COLON) && value();
  const value = (): boolean => {
    if (take(OPEN_OBJECT)) return items(member, CLOSE_OBJECT);
    if (take(OPEN_LIST)) return items(value, CLOSE_LIST);
    return take(SCALAR);
  };
  take(START);
  value();
  const lines = text.slice(0, at).split('\n');
  return `line ${lines.length}, column ${(lines.at(-1)?.length ?? 0) + 1}`;
}
