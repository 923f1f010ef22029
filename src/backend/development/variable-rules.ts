import type {
  BackendDefinition,
  OperationDefinition,
  VariableSource,
} from '../definition/definition.js';
import { splitRequest } from '../http/request.js';
import { templateNames } from '../definition/template.js';
import { uriTemplateNames } from '../definition/uri-template.js';
import { isHeaderName } from './formats.js';
import type { KnownNames } from './known-names.js';
import { pointTo, quote, type Mistake } from './mistake.js';
import { suggest } from './unknown-names.js';
import type { Typed } from './walk-schema.js';

/** A valid name of a variable. */
const NAME = /^[A-Za-z_]\w*$/;
/** Names that give access to prototypes if code is careless (C30). */
const REFUSED_NAMES = ['__proto__', 'constructor', 'prototype'];

/** Finds the names of variables in each type of text. */
const NAMES_IN: Readonly<Record<string, (text: string) => readonly string[]>> = {
  TextTemplate: templateNames,
  PathOrText: namesBesidePaths,
  PathOrVariable: namesBesidePaths,
  UrlTemplate: uriTemplateNames,
  RequestTemplate: (text) => uriTemplateNames(splitRequest(text)[1]),
};

/** Checks the names of variables, which a schema cannot: that they are valid and known. */
export function* variableMistakes(
  definition: BackendDefinition,
  typed: readonly Typed[],
  names: KnownNames,
): Iterable<Mistake> {
  yield* nameMistakes(names.declared, '/variables');
  for (const captured of names.captures) yield* nameMistakes(captured.names, captured.pointer);
  for (const tokens of names.tokens) yield* nameMistakes(tokens.names, tokens.pointer, true);
  const uses = [...used(typed)];
  for (const { pointer, name } of uses) {
    const known = names.at(pointer);
    if (known.includes(name)) continue;
    const message = names.isCaptured(name)
      ? `${quote(name)} has no value here: a value captured by a step exists from the next step until its operation ends.`
      : `The variable ${quote(name)} is not an input here, nor captured or declared in "variables". ${suggest(name, known)}`;
    yield { pointer, message };
  }
  yield* unusedMistakes(definition, uses);
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
        message: 'Expected a name of letters, digits and _ that does not start with a digit.',
      };
    }
  }
}

/** Reports declared variables that are not used: usually the header or field was forgotten. */
function* unusedMistakes(
  { operations, variables = {} }: BackendDefinition,
  uses: readonly Use[],
): Iterable<Mistake> {
  const described: readonly (OperationDefinition<unknown> | undefined)[] =
    Object.values(operations);
  const proofs = described.flatMap((operation) => operation?.requires ?? []);
  const needed: readonly string[] = [...uses.map(({ name }) => name), ...proofs];
  for (const [name, source] of Object.entries(variables)) {
    if (needed.includes(name) || isOptional(source)) continue;
    const message = `${quote(name)} is not used.`;
    yield { pointer: pointTo('/variables', name), message, isHarmless: true };
  }
}

/** An optional variable of the page may be used only by the sign-in of the command line. */
function isOptional(source: VariableSource | readonly VariableSource[]): boolean {
  return [source].flat().some((one) => typeof one === 'object' && 'page' in one && one.optional);
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

/** Checks the names of headers, which may hold variables. */
export function* headerMistakes(headers: object, pointer: string): Iterable<Mistake> {
  for (const name of Object.keys(headers)) {
    if (isHeaderName(name.replace(/\{[A-Za-z_]\w*\}/g, 'x'))) continue;
    yield { pointer: pointTo(pointer, name), message: 'Expected the name of a header.' };
  }
}
