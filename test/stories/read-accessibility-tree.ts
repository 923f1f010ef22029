import type { CDPSession } from 'playwright';

/** Chromium's accessibility tree of a page, as text: the content that a screen reader gets. */
export interface AccessibilityTree {
  /** One node a line: role "name" ("description"; states). */
  readonly text: string;
  /** The names of all nodes except plain text. */
  readonly names: readonly { readonly role: string; readonly name: string }[];
}

type AXNode = Awaited<ReturnType<typeof getNodes>>[number];
type Nodes = ReadonlyMap<string, AXNode>;

/** A branch of the printed tree: a text, or a line with its children. */
type Branch =
  { readonly text: string } | { readonly line: string; readonly children: readonly Branch[] };

const isText = (branch: Branch): branch is { readonly text: string } => 'text' in branch;

/** Roles without meaning: their children are printed in their place. */
const UNREAD = new Set(['none', 'generic', 'LabelText', 'InlineTextBox', 'RootWebArea', 'Section']);

/** The role of plain text. */
const TEXT = 'StaticText';

/** Roles of text: its content is not the name of a control. */
const TEXT_ROLES = new Set([TEXT, 'InlineTextBox', 'ListMarker', 'LineBreak']);

/** Roles that are printed under another name than Chromium's. */
const PRINTED_ROLES = new Map([['DisclosureTriangle', 'disclosure']]);

const valueOf = (node: AXNode, name: string): unknown =>
  node.properties?.find((property) => property.name === name)?.value.value;

/** The printed states of a node, in this order. */
const STATES: readonly (readonly [name: string, print: (value: unknown) => string | undefined])[] =
  [
    ['level', (level) => `level ${String(level)}`],
    ['focused', () => 'focused'],
    ['disabled', () => 'disabled'],
    ['readonly', () => 'read-only'],
    ['required', () => 'required'],
    ['invalid', (invalid) => (invalid === 'false' ? undefined : 'invalid')],
    ['checked', (checked) => (checked === 'true' ? 'checked' : 'not checked')],
    ['pressed', (pressed) => (pressed === 'true' ? 'pressed' : 'not pressed')],
    ['selected', () => 'selected'],
    ['expanded', (expanded) => (expanded ? 'expanded' : 'collapsed')],
    ['hasPopup', (popup) => (popup === 'false' ? undefined : `opens ${String(popup)}`)],
    ['modal', () => 'modal'],
    ['busy', () => 'busy'],
    ['live', (live) => (live === 'off' ? undefined : `live ${String(live)}`)],
  ];

/** States that are printed even if they are false. */
const PRINTED_WHEN_FALSE = new Set(['expanded', 'checked', 'pressed', 'level']);

function statesOf(node: AXNode): string[] {
  return STATES.flatMap(([name, printState]) => {
    const value = valueOf(node, name);
    if (value === undefined || (!value && !PRINTED_WHEN_FALSE.has(name))) return [];
    return printState(value) ?? [];
  });
}

const oneLine = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();
const quote = (text: string): string => `"${oneLine(text)}"`;

/** The text of a property of a node; empty if there is none. */
const textOf = (property: AXNode['name']): string => {
  const value = property?.value as string | number | boolean | undefined;
  return String(value ?? '');
};

function describe(node: AXNode): string {
  const name = textOf(node.name);
  const value = textOf(node.value);
  const description = textOf(node.description);
  const remarks = [
    ...(value ? [`value ${quote(value)}`] : []),
    ...(description ? [quote(description)] : []),
    ...statesOf(node),
  ];
  return [
    PRINTED_ROLES.get(textOf(node.role)) ?? textOf(node.role),
    ...(name ? [quote(name)] : []),
    ...(remarks.length > 0 ? [`(${remarks.join('; ')})`] : []),
  ].join(' ');
}

/** Joins neighbouring texts, which are read as one. */
function joinTexts(branches: readonly Branch[]): Branch[] {
  const joined: Branch[] = [];
  for (const branch of branches) {
    const last = joined.at(-1);
    if (isText(branch) && last && isText(last))
      joined.splice(-1, 1, { text: last.text + branch.text });
    else joined.push(branch);
  }
  return joined.filter((branch) => !isText(branch) || branch.text.trim());
}

/** Separates the text of an element from the text around it. */
const setApart = (branches: readonly Branch[]): Branch[] =>
  branches.map((branch) => (isText(branch) ? { text: ` ${branch.text} ` } : branch));

/** Removes white space, to compare texts. */
const bare = (text: string): string => text.replaceAll(/\s+/g, '');

/**
 * Turns a node into printed branches: itself, its children if its role has no meaning, or nothing.
 */
function branchesOf(node: AXNode, byId: Nodes): Branch[] {
  const children = (node.childIds ?? []).flatMap((id) => {
    const child = byId.get(id);
    return child ? branchesOf(child, byId) : [];
  });
  const role = textOf(node.role) || 'none';
  if (role === TEXT) return node.ignored ? [] : [{ text: textOf(node.name) }];
  if (node.ignored || UNREAD.has(role)) return setApart(children);
  // The text of a field repeats its value, and other text may repeat the name.
  const printed = bare(textOf(node.name) + textOf(node.value));
  const below = joinTexts(children).filter(
    (branch) => !isText(branch) || !printed.includes(bare(branch.text)),
  );
  return [{ line: describe(node), children: below }];
}

function* print(branches: readonly Branch[], indent = ''): Generator<string> {
  for (const branch of branches) {
    if (isText(branch)) {
      yield `${indent}${quote(branch.text)}`;
      continue;
    }
    const { line, children } = branch;
    const [only, ...others] = children;
    if (only && isText(only) && others.length === 0) {
      yield `${indent}${line}: ${quote(only.text)}`;
    } else {
      yield `${indent}${line}`;
      yield* print(children, `${indent}  `);
    }
  }
}

const getNodes = async (session: CDPSession) =>
  (await session.send('Accessibility.getFullAXTree')).nodes;

/**
 * Reads the nodes, and finds that of the selected element. Behind a modal dialog it is not in the tree: then
 * the page, which has only the dialog, is read.
 */
async function readNodes(session: CDPSession, selector: string) {
  const { root } = await session.send('DOM.getDocument', { depth: 0 });
  const { nodeId } = await session.send('DOM.querySelector', { nodeId: root.nodeId, selector });
  const { node } = await session.send('DOM.describeNode', { nodeId });
  const nodes = await getNodes(session);
  // Otherwise Chromium would update the tree with every later change.
  await session.send('Accessibility.disable');
  const byId = new Map(nodes.map((one) => [one.nodeId, one]));
  const found = nodes.find(({ backendDOMNodeId }) => backendDOMNodeId === node.backendNodeId);
  const top = found ?? nodes[0];
  if (!top) throw new Error('Chromium returned no accessibility tree.');
  return { top, byId };
}

function* under(node: AXNode, byId: Nodes): Generator<AXNode> {
  yield node;
  for (const id of node.childIds ?? []) {
    const child = byId.get(id);
    if (child) yield* under(child, byId);
  }
}

/**
 * Reads the accessibility tree of a part of the page.
 *
 * @param session A DevTools session of the page.
 * @param selector Selects the element to read.
 */
export async function readAccessibilityTree(
  session: CDPSession,
  selector: string,
): Promise<AccessibilityTree> {
  const { top, byId } = await readNodes(session, selector);
  const names = [...under(top, byId)]
    .filter(({ ignored, role }) => !ignored && !TEXT_ROLES.has(textOf(role)))
    .map(({ role, name }) => ({ role: textOf(role), name: textOf(name) }))
    .filter(({ name }) => name !== '');
  const text = [...print(joinTexts(branchesOf(top, byId)))].map((line) => `${line}\n`).join('');
  return { text, names };
}
