import { splitRequest } from '../http/request.js';
import { givenAt, type KnownNames } from './known-names.js';
import { quote, type Mistake } from './mistake.js';
import type { Typed } from './walk-schema.js';

/** How many a framework's router writes a variable, which would be sent as it stands. */
const COLON = /\/:([A-Za-z_]\w*)/g;
const WHOLE = /^\{\+([A-Za-z_]\w*)\}/;

/** What a schema cannot say of an address: what is filled in there, and with what. */
export function* addressMistakes(typed: readonly Typed[], names: KnownNames): Iterable<Mistake> {
  for (const { type, pointer, value } of typed) {
    if (type !== 'RequestTemplate' && type !== 'UrlTemplate') continue;
    const text = value as string;
    const template = type === 'UrlTemplate' ? text : splitRequest(text)[1];
    for (const [, name = ''] of template.matchAll(COLON)) {
      const given = givenAt(pointer).find((one) => one.toLowerCase().endsWith(name.toLowerCase()));
      const message = `${quote(`:${name}`)} would be sent as it stands: write {${given ?? name}}.`;
      yield { pointer, message };
    }
    const [, whole] = WHOLE.exec(template) ?? [];
    // What is known nowhere is told of every variable.
    if (whole === undefined || !names.at(pointer).includes(whole)) continue;
    if (names.madeAt(pointer).includes(whole)) continue;
    const message = `"{+${whole}}" is a whole address: expected one that is captured, or declared in "variables".`;
    yield { pointer, message };
  }
}
