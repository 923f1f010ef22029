import type { MfaOperation } from '../backend.js';
import { splitRequest } from '../http/build-request.js';
import type { BackendDefinition } from '../http/language/definition.js';
import { templateNames } from '../http/language/template.js';
import { uriTemplateNames } from '../http/language/uri-template.js';
import { isHeaderName } from './formats.js';
import { GIVEN } from './given-variables.js';
import { pointTo, quote, type Mistake } from './mistake.js';
import { suggest } from './unknown-words.js';
import type { Typed } from './walk-schema.js';

/** What the page gives with attributes of the tag. */
const OF_THE_TAG = ['issuer', 'account'];

/** What a variable can be called, for `{name}` to find it. */
const NAME = /^[A-Za-z_]\w*$/;
/** Names that lead out of the data when code is careless (C30). */
const REFUSED_NAMES = ['__proto__', 'constructor', 'prototype'];
const TOKENS = /^\/operations\/[^/]+\/tokens$/;

/** The types of texts that hold variables, and how their names are found. */
const NAMES_IN: Readonly<Record<string, (text: string) => readonly string[]>> = {
  TextTemplate: templateNames,
  PathOrText: namesBesidePaths,
  PathOrVariable: namesBesidePaths,
  UrlTemplate: uriTemplateNames,
  RequestTemplate: (text) => uriTemplateNames(splitRequest(text)[1]),
};

/** What a schema cannot say of names: which there can be, and which there are. */
export function* variableMistakes(
  definition: BackendDefinition,
  typed: readonly Typed[],
): Iterable<Mistake> {
  const declared = Object.keys(definition.variables ?? {});
  const captures = typed.filter(({ type }) => type === 'Captures');
  yield* nameMistakes(declared, '/variables');
  for (const { pointer, value } of captures) {
    const names = Object.keys(value as object);
    yield* nameMistakes(names, pointer, TOKENS.test(pointer));
  }
  const kept = captures
    .filter(({ pointer }) => !TOKENS.test(pointer))
    .flatMap(({ value }) => Object.keys(value as object));
  const everywhere = [...OF_THE_TAG, ...declared, ...kept];
  for (const { pointer, name } of used(typed)) {
    const known = [...new Set([...everywhere, ...givenAt(pointer)])];
    if (known.includes(name)) continue;
    const message = `No variable ${quote(name)} is given here, captured, or declared in "variables". ${suggest(name, known)}`;
    yield { pointer, message };
  }
}

function* nameMistakes(
  names: readonly string[],
  pointer: string,
  isToken = false,
): Iterable<Mistake> {
  for (const name of names) {
    const at = pointTo(pointer, name);
    if (REFUSED_NAMES.includes(name)) yield { pointer: at, message: 'Expected another name.' };
    else if (!isToken && !NAME.test(name)) {
      yield {
        pointer: at,
        message: 'Expected a name of letters, digits and _, not a digit first.',
      };
    }
  }
}

interface Use {
  readonly pointer: string;
  readonly name: string;
}

function* used(typed: readonly Typed[]): Iterable<Use> {
  for (const { type, pointer, value } of typed) {
    if (type === 'HeaderTemplates') {
      for (const header of Object.keys(value as object)) {
        for (const name of templateNames(header)) yield { pointer: pointTo(pointer, header), name };
      }
    }
    for (const name of NAMES_IN[type]?.(value as string) ?? []) yield { pointer, name };
  }
}

function namesBesidePaths(text: string): readonly string[] {
  return text.startsWith('$') ? [] : templateNames(text);
}

/** What is given at a place; outside the operations: whatever any of them is given. */
function givenAt(pointer: string): readonly string[] {
  const [, parent, operation] = pointer.split('/');
  return parent === 'operations' && operation !== undefined
    ? GIVEN[operation as MfaOperation]
    : Object.values(GIVEN).flat();
}

/** What a schema cannot say of the names of headers, which may hold variables. */
export function* headerMistakes(headers: object, pointer: string): Iterable<Mistake> {
  for (const name of Object.keys(headers)) {
    if (isHeaderName(name.replace(/\{[A-Za-z_]\w*\}/g, 'x'))) continue;
    yield { pointer: pointTo(pointer, name), message: 'Expected the name of a header.' };
  }
}
