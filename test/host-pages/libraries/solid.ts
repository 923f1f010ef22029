import { createMemo, createSignal, untrack, type Accessor, type JSX } from 'solid-js';
import h from 'solid-js/h';
import { render } from 'solid-js/web';
import type { HostLibrary } from '../host-library.js';
import { elementTree, type PageContent, type PageNode } from '../page-content.js';

const equals = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

type Child = JSX.Element | Accessor<JSX.Element>;

const create = (name: string, attributes: object, ...children: Child[]): JSX.Element =>
  h(name, attributes, ...children) as unknown as JSX.Element;

function still(node: PageNode): JSX.Element {
  if (node === null || typeof node === 'string') return node;
  return call(create(node.name, node.attributes, ...node.children.map(still)));
}

/** `h` returns a function that creates the node. */
const call = (created: JSX.Element): JSX.Element =>
  typeof created === 'function' ? (created as unknown as () => JSX.Element)() : created;

/**
 * The page as compiled code has it: what changes is a function. The author's child is the only one of its
 * element, so Solid empties the element with `textContent = ''` when it goes.
 */
function Page(content: Accessor<PageContent>): JSX.Element {
  const isThere = createMemo(() => content().element !== null);
  const child = createMemo(() => content().element?.child ?? null, null, { equals });
  const element = createMemo(() => {
    const placed = isThere() ? untrack(content).element : null;
    if (!placed) return null;
    const { tag, attributes, inForm } = placed;
    const made = create(tag, attributes, () => still(child()));
    return inForm ? create('form', elementTree(placed).attributes, made, still('')) : call(made);
  });
  return create(
    'main',
    {},
    create('h1', {}, 'ProfiPortaal'),
    create('p', { class: 'news' }, () => `Bericht ${content().news}`),
    element,
    create('p', {}, 'Veilig inloggen'),
  );
}

export const solid: HostLibrary = {
  name: 'Solid',
  open(root, content) {
    const [current, setCurrent] = createSignal(content);
    const close = render(() => Page(current), root);
    return { show: (next) => void setCurrent(next), close };
  },
};
