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
import { suggest } from './unknown-words.js';
import type { Typed } from './walk-schema.js';

/** What a variable can be called, for `{name}` to find it. */
const NAME = /^[A-Za-z_]\w*$/;
/** Names that lead out of the data when code is careless (C30). */
const REFUSED_NAMES = ['__proto__', 'constructor', 'prototype'];

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
      ? `${quote(name)} has no value here: what a step captures is there from the next step on, until its operation ends.`
      : `No variable ${quote(name)} is given here, captured, or declared in "variables". ${suggest(name, known)}`;
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
        message: 'Expected a name of letters, digits and _, not a digit first.',
      };
    }
  }
}

/** What is declared for nothing: most often the header or the field it was for was forgotten. */
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
    const message = `${quote(name)} is used nowhere.`;
    yield { pointer: pointTo('/variables', name), message, isHarmless: true };
  }
}

/** What the page may leave out is perhaps only for the sign-in of the command line. */
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

/** What a schema cannot say of the names of headers, which may hold variables. */
export function* headerMistakes(headers: object, pointer: string): Iterable<Mistake> {
  for (const name of Object.keys(headers)) {
    if (isHeaderName(name.replace(/\{[A-Za-z_]\w*\}/g, 'x'))) continue;
    yield { pointer: pointTo(pointer, name), message: 'Expected the name of a header.' };
  }
}
