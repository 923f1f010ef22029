import MagicString from 'magic-string';
import type { Plugin } from 'vite';
import { LIBRARY } from './library.js';
import { templates as dutch } from '../localization/generated/nl.js';

/** Matches the module with the Dutch messages. */
const DUTCH = /\/src\/localization\/generated\/nl\.ts(\?|$)/;

/**
 * Writes the Dutch in place of the English at each message of the library, with a value as `{0}`:
 *
 * ```ts
 * msg(str`Linked on ${day}`, { id: 'authenticators.linked-on', desc: 'Linked apps: {0} is a date' });
 * message('authenticators.linked-on', 'Gekoppeld op {0}', day);
 * ```
 *
 * Why: most pages are in Dutch, and a Dutch message then travels with the element that shows it. The English
 * becomes the file of a locale like any other, and what is for translators stays with them.
 */
export const messages: Plugin = {
  name: 'messages',
  // After TypeScript is compiled, so that there is no syntax but JavaScript's.
  enforce: 'post',
  transform(code, id) {
    if (DUTCH.test(id)) return { code: 'export const templates = {};', map: null };
    if (!LIBRARY.test(id) || !code.includes('msg(')) return null;
    const changed = new MagicString(code);
    visit(this.parse(code), (node) => {
      if (isImportOfMsg(node)) changed.overwrite(node.start, node.end, 'message');
      if (isCallOfMsg(node)) changed.overwrite(node.start, node.end, callOfMessage(node, code));
    });
    return changed.hasChanged() ? { code: changed.toString(), map: changed.generateMap() } : null;
  },
};

/** A node of the syntax tree of a module (ESTree). */
interface SyntaxNode {
  readonly type: string;
  readonly start: number;
  readonly end: number;
}

interface Identifier extends SyntaxNode {
  readonly name: string;
}

/** `msg(template, { id, desc })` */
interface CallOfMsg extends SyntaxNode {
  readonly arguments: readonly [
    SyntaxNode & { readonly quasi?: { readonly expressions: readonly SyntaxNode[] } },
    SyntaxNode & {
      readonly properties: readonly {
        readonly key: Identifier;
        readonly value: { readonly value: unknown };
      }[];
    },
  ];
}

const isIdentifier = (node: SyntaxNode | undefined, name: string): boolean =>
  node?.type === 'Identifier' && (node as Identifier).name === name;

const isCallOfMsg = (node: SyntaxNode): node is CallOfMsg =>
  node.type === 'CallExpression' &&
  isIdentifier((node as SyntaxNode & { readonly callee: SyntaxNode }).callee, 'msg');

const isImportOfMsg = (node: SyntaxNode): boolean =>
  node.type === 'ImportSpecifier' &&
  isIdentifier((node as SyntaxNode & { readonly imported: SyntaxNode }).imported, 'msg');

/** @throws If there is no Dutch, or a message in a value of another. */
function callOfMessage(call: CallOfMsg, code: string): string {
  const [template, { properties }] = call.arguments;
  const id = properties.find(({ key }) => key.name === 'id')?.value.value;
  const pattern =
    typeof id === 'string' ? (dutch as Readonly<Record<string, string>>)[id] : undefined;
  if (pattern === undefined) throw new Error(`There is no Dutch for the message "${String(id)}".`);
  const values = (template.quasi?.expressions ?? []).map(({ start, end }) =>
    code.slice(start, end),
  );
  const nested = values.find((value) => value.includes('msg('));
  if (nested) throw new Error(`The message "${String(id)}" has a message in it: ${nested}`);
  return `message(${[JSON.stringify(id), JSON.stringify(pattern), ...values].join(', ')})`;
}

/** Visits a node and all nodes below it. */
function visit(node: object, enter: (node: SyntaxNode) => void): void {
  if ('type' in node && 'start' in node) enter(node as SyntaxNode);
  for (const child of Object.values(node)) {
    if (typeof child === 'object' && child !== null) visit(child as object, enter);
  }
}
