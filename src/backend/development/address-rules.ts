import { splitRequest } from '../http/request.js';
import { givenAt, type KnownNames } from './known-names.js';
import { quote, type Mistake } from './mistake.js';
import type { Typed } from './walk-schema.js';

/** Routers of many frameworks write variables like this; here it would be sent literally. */
const COLON = /\/:([A-Za-z_]\w*)/g;
const WHOLE = /^\{\+([A-Za-z_]\w*)\}/;

/** Checks the variables of addresses, which a schema cannot. */
export function* addressMistakes(typed: readonly Typed[], names: KnownNames): Iterable<Mistake> {
  for (const { type, pointer, value } of typed) {
    if (type !== 'RequestTemplate' && type !== 'UrlTemplate') continue;
    const text = value as string;
    const template = type === 'UrlTemplate' ? text : splitRequest(text)[1];
    for (const [, name = ''] of template.matchAll(COLON)) {
      const given = givenAt(pointer).find((one) => one.toLowerCase().endsWith(name.toLowerCase()));
      const message = `${quote(`:${name}`)} would be sent literally: write {${given ?? name}}.`;
      yield { pointer, message };
    }
    const [, whole] = WHOLE.exec(template) ?? [];
    // variable-rules.ts reports variables that are not known at all.
    if (whole === undefined || !names.at(pointer).includes(whole)) continue;
    if (names.madeAt(pointer).includes(whole)) continue;
    const message = `"{+${whole}}" is a whole address: expected a variable that is captured or declared in "variables".`;
    yield { pointer, message };
  }
}
