import manifest from 'virtual:custom-elements-manifest';

/** The part of a docstring about something that a page can style. */
interface Documented {
  readonly name: string;
  readonly default?: string;
  readonly description?: string;
}

interface Declaration {
  readonly name: string;
  readonly tagName?: string;
  readonly cssProperties?: readonly Documented[];
  readonly cssParts?: readonly Documented[];
  readonly slots?: readonly Documented[];
}

const declarations = (
  manifest.modules as readonly { readonly declarations?: readonly Declaration[] }[]
).flatMap(({ declarations: declared = [] }) => declared);

/** A row of a table: cells of text, code between backticks. */
export type Row = readonly string[];

const code = (text = ''): string => `\`${text}\``;

const row = ({ name, description = '' }: Documented): Row => [code(name), description];

/** Every token, from the docstring of the base class of all elements. */
export const TOKEN_ROWS: readonly Row[] = (
  declarations.find(({ name }) => name === 'ThemedElement')?.cssProperties ?? []
).map((token) => [code(token.name), code(token.default), token.description ?? '']);

/** The parts and slots of each element, from its docstring. */
export const TAG_TABLES = declarations
  .filter((declaration) => declaration.tagName)
  .map(({ tagName = '', cssParts = [], slots = [] }) => ({
    tag: tagName,
    parts: cssParts.map(row),
    slots: slots.map(row),
  }));
