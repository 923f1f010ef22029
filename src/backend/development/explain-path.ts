import { parsePath } from '../definition/json-path.js';

/** Parts of RFC 9535 that a definition does not support, by their first characters. */
const REFUSED: readonly (readonly [beginning: RegExp, name: string, advice?: string])[] = [
  [/^\.\./, 'descendant segment'],
  [/^:/, 'slice'],
  [/^,/, 'several selectors'],
  [/^\|\|/, 'logical or'],
  [/^[<>]/, 'comparison other than == and !='],
  [/^\(/, 'parentheses', ' Leave them out.'],
  [/^[a-z][a-z_\d]*\(/, 'function extension'],
  [/^([$@=!]|[^\]]*[=<>])/, 'filter other than @.path == literal'],
];

class Refused extends Error {
  readonly position: number;

  constructor(position: number) {
    super();
    this.position = position;
  }
}

/**
 * Explains why a text is not a supported path: which part of RFC 9535 it uses, and where.
 *
 * @returns `undefined` for a supported path.
 */
export function explainPath(text: string): string | undefined {
  try {
    parsePath(text, (position) => {
      throw new Refused(position);
    });
    return undefined;
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    const rest = text.slice(error.position);
    const [, name = 'not a path', advice = ''] =
      REFUSED.find(([beginning]) => beginning.test(rest)) ?? [];
    const quoted = JSON.stringify(text);
    return `Path ${quoted}: ${name} at position ${error.position}. A path is like $.a['b c'][0][*][?@.d=='e' && !@.f].${advice}`;
  }
}
