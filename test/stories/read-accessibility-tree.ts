import type { CDPSession } from 'playwright';

/** What a screen reader meets on a page, as text: Chromium's own accessibility tree, one node a line. */
export interface AccessibilityTree {
  /** One node a line: role "name" ("description"; states). */
  readonly text: string;
  /** The names of everything but plain text. */
  readonly names: readonly { readonly role: string; readonly name: string }[];
}

type AXNode = Awaited<ReturnType<typeof getNodes>>[number];
type Nodes = ReadonlyMap<string, AXNode>;

/** What is printed: the text of a node, or a line and what is below it. */
type Branch =
  { readonly text: string } | { readonly line: string; readonly children: readonly Branch[] };

const isText = (branch: Branch): branch is { readonly text: string } => 'text' in branch;

/** Roles that say nothing by themselves: their children are told in their place. */
const SILENT = new Set(['none', 'generic', 'LabelText', 'InlineTextBox', 'RootWebArea', 'Section']);

/** Text that stands for itself. */
const TEXT = 'StaticText';

/** Text of which the words are no name of something a person can use. */
const READ_ALOUD = new Set([TEXT, 'InlineTextBox', 'ListMarker', 'LineBreak']);

/** Roles by another name than Chromium's own. */
const KNOWN_AS = new Map([['DisclosureTriangle', 'disclosure']]);

const valueOf = (node: AXNode, name: string): unknown =>
  node.properties?.find((property) => property.name === name)?.value.value;

/** What is said of a node beside its role and name, always in this order. */
const STATES: readonly (readonly [name: string, tell: (value: unknown) => string | undefined])[] = [
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

/** These say something even when they are not so. */
const TELLING_WHEN_FALSE = new Set(['expanded', 'checked', 'pressed', 'level']);

function statesOf(node: AXNode): string[] {
  return STATES.flatMap(([name, tell]) => {
    const value = valueOf(node, name);
    if (value === undefined || (!value && !TELLING_WHEN_FALSE.has(name))) return [];
    return tell(value) ?? [];
  });
}

const oneLine = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();
const quote = (text: string): string => `"${oneLine(text)}"`;

/** What is said of a node by itself; an empty text when nothing is. */
const textOf = (said: AXNode['name']): string => {
  const value = said?.value as string | number | boolean | undefined;
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
    KNOWN_AS.get(textOf(node.role)) ?? textOf(node.role),
    ...(name ? [quote(name)] : []),
    ...(remarks.length > 0 ? [`(${remarks.join('; ')})`] : []),
  ].join(' ');
}

/** Texts beside each other are read as one. */
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

/** The text of an element, which need not run on in the text around it. */
const setApart = (branches: readonly Branch[]): Branch[] =>
  branches.map((branch) => (isText(branch) ? { text: ` ${branch.text} ` } : branch));

/** Words without what is said twice: spaces. */
const bare = (text: string): string => text.replaceAll(/\s+/g, '');

/**
 * A node as branches of the tree to print: itself, its children when it is silent, or nothing.
 */
function branchesOf(node: AXNode, byId: Nodes): Branch[] {
  const children = (node.childIds ?? []).flatMap((id) => {
    const child = byId.get(id);
    return child ? branchesOf(child, byId) : [];
  });
  const role = textOf(node.role) || 'none';
  if (role === TEXT) return node.ignored ? [] : [{ text: textOf(node.name) }];
  if (node.ignored || SILENT.has(role)) return setApart(children);
  // A field's own text is its value; what a name was made of was said by the name.
  const said = bare(textOf(node.name) + textOf(node.value));
  const below = joinTexts(children).filter(
    (branch) => !isText(branch) || !said.includes(bare(branch.text)),
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
 * The nodes of what this selector finds in the page. Behind a modal dialog it is not in the tree at all:
 * then the page is all there is to meet, and the dialog all there is on it.
 */
async function readNodes(session: CDPSession, selector: string) {
  const { root } = await session.send('DOM.getDocument', { depth: 0 });
  const { nodeId } = await session.send('DOM.querySelector', { nodeId: root.nodeId, selector });
  const { node } = await session.send('DOM.describeNode', { nodeId });
  const nodes = await getNodes(session);
  // Chromium would keep the tree up to date with every change that follows.
  await session.send('Accessibility.disable');
  const byId = new Map(nodes.map((one) => [one.nodeId, one]));
  const found = nodes.find(({ backendDOMNodeId }) => backendDOMNodeId === node.backendNodeId);
  const top = found ?? nodes[0];
  if (!top) throw new Error('Chromium tells of no accessibility tree.');
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
 * @param session Of the page.
 * @param selector What to read.
 */
export async function readAccessibilityTree(
  session: CDPSession,
  selector: string,
): Promise<AccessibilityTree> {
  const { top, byId } = await readNodes(session, selector);
  const names = [...under(top, byId)]
    .filter(({ ignored, role }) => !ignored && !READ_ALOUD.has(textOf(role)))
    .map(({ role, name }) => ({ role: textOf(role), name: textOf(name) }))
    .filter(({ name }) => name !== '');
  const text = [...print(joinTexts(branchesOf(top, byId)))].map((line) => `${line}\n`).join('');
  return { text, names };
}
