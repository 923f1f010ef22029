// What a screen reader meets on a page, as text: Chromium's own accessibility tree, one node a line.

/** Roles that say nothing by themselves: their children are told in their place. */
const SILENT = new Set(['none', 'generic', 'LabelText', 'InlineTextBox', 'RootWebArea', 'Section']);

/** Text that stands for itself. */
const TEXT = 'StaticText';

/** Text of which the words are no name of something a person can use. */
const READ_ALOUD = new Set([TEXT, 'InlineTextBox', 'ListMarker', 'LineBreak']);

/** Roles by another name than Chromium's own. */
const KNOWN_AS = new Map([['DisclosureTriangle', 'disclosure']]);

const valueOf = (node, name) =>
  node.properties?.find((property) => property.name === name)?.value?.value;

/** What is said of a node beside its role and name, always in this order. */
const STATES = [
  ['level', (level) => `level ${level}`],
  ['focused', () => 'focused'],
  ['disabled', () => 'disabled'],
  ['readonly', () => 'read-only'],
  ['required', () => 'required'],
  ['invalid', (invalid) => (invalid === 'false' ? undefined : 'invalid')],
  ['checked', (checked) => (checked === 'true' ? 'checked' : 'not checked')],
  ['pressed', (pressed) => (pressed === 'true' ? 'pressed' : 'not pressed')],
  ['selected', () => 'selected'],
  ['expanded', (expanded) => (expanded ? 'expanded' : 'collapsed')],
  ['hasPopup', (popup) => (popup === 'false' ? undefined : `opens ${popup}`)],
  ['modal', () => 'modal'],
  ['busy', () => 'busy'],
  ['live', (live) => (live === 'off' ? undefined : `live ${live}`)],
];

/** These say something even when they are not so. */
const TELLING_WHEN_FALSE = new Set(['expanded', 'checked', 'pressed', 'level']);

function statesOf(node) {
  return STATES.map(([name, tell]) => {
    const value = valueOf(node, name);
    if (value === undefined || (!value && !TELLING_WHEN_FALSE.has(name))) return undefined;
    return tell(value);
  }).filter(Boolean);
}

const oneLine = (text) => text.replaceAll(/\s+/g, ' ').trim();
const quote = (text) => `"${oneLine(text)}"`;

function describe(node) {
  const name = node.name?.value;
  const value = node.value?.value;
  const description = node.description?.value;
  const remarks = [
    ...(value === undefined || value === '' ? [] : [`value ${quote(String(value))}`]),
    ...(description ? [quote(description)] : []),
    ...statesOf(node),
  ];
  return [
    KNOWN_AS.get(node.role.value) ?? node.role.value,
    ...(name ? [quote(name)] : []),
    ...(remarks.length > 0 ? [`(${remarks.join('; ')})`] : []),
  ].join(' ');
}

/** Texts beside each other are read as one. */
function joinTexts(branches) {
  const joined = [];
  for (const branch of branches) {
    const last = joined.at(-1);
    if (branch.text !== undefined && last?.text !== undefined) last.text += branch.text;
    else joined.push({ ...branch });
  }
  return joined.filter(({ text }) => text === undefined || text.trim());
}

/** The text of an element, which need not run on in the text around it. */
const setApart = (branches) =>
  branches.map((branch) => (branch.text === undefined ? branch : { text: ` ${branch.text} ` }));

/** Words without what is said twice: spaces. */
const bare = (text) => text.replaceAll(/\s+/g, '');

/**
 * A node as branches of the tree to print: itself, its children when it is silent, or nothing.
 */
function branchesOf(node, byId) {
  const children = (node.childIds ?? []).flatMap((id) => {
    const child = byId.get(id);
    return child ? branchesOf(child, byId) : [];
  });
  const role = node.role?.value ?? 'none';
  if (role === TEXT) {
    const text = node.name?.value ?? '';
    return node.ignored ? [] : [{ text }];
  }
  if (node.ignored || SILENT.has(role)) return setApart(children);
  // A field's own text is its value; what a name was made of was said by the name.
  const said = bare(`${node.name?.value ?? ''}${node.value?.value ?? ''}`);
  const below = joinTexts(children).filter(
    ({ text }) => text === undefined || !said.includes(bare(text)),
  );
  return [{ line: describe(node), children: below }];
}

function* print(branches, indent = '') {
  for (const { text, line, children = [] } of branches) {
    const [only, ...others] = children;
    if (text !== undefined) yield `${indent}${quote(text)}`;
    else if (only?.text !== undefined && others.length === 0) {
      yield `${indent}${line}: ${quote(only.text)}`;
    } else {
      yield `${indent}${line}`;
      yield* print(children, `${indent}  `);
    }
  }
}

/**
 * The nodes of what this selector finds in the page. Behind a modal dialog it is not in the tree at all:
 * then the page is all there is to meet, and the dialog all there is on it.
 */
async function readNodes(session, selector) {
  const { root } = await session.send('DOM.getDocument', { depth: 0 });
  const { nodeId } = await session.send('DOM.querySelector', { nodeId: root.nodeId, selector });
  const { node } = await session.send('DOM.describeNode', { nodeId });
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  // Chromium would keep the tree up to date with every change that follows.
  await session.send('Accessibility.disable');
  const byId = new Map(nodes.map((one) => [one.nodeId, one]));
  const found = nodes.find(({ backendDOMNodeId }) => backendDOMNodeId === node.backendNodeId);
  return { top: found ?? nodes[0], byId };
}

function* under(node, byId) {
  yield node;
  for (const id of node.childIds ?? []) {
    const child = byId.get(id);
    if (child) yield* under(child, byId);
  }
}

/**
 * Reads the accessibility tree of a part of the page.
 *
 * @param {import('playwright').CDPSession} session of the page
 * @param {string} selector what to read
 * @returns {Promise<import('./accessibility-tree.mjs').AccessibilityTree>}
 */
export async function readAccessibilityTree(session, selector) {
  const { top, byId } = await readNodes(session, selector);
  const names = [...under(top, byId)]
    .filter(({ ignored, role }) => !ignored && !READ_ALOUD.has(role?.value))
    .flatMap(({ role, name }) => (name?.value ? [{ role: role.value, name: name.value }] : []));
  const text = [...print(joinTexts(branchesOf(top, byId)))].map((line) => `${line}\n`).join('');
  return { text, names };
}
