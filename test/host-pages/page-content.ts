/** A node of a page as its author has it: what a template or a render function says. */
export type PageNode = string | null | PageElement;

export interface PageElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly PageNode[];
}

/** An element of the library in a page, as the page's author writes it. */
export interface PlacedElement {
  readonly tag: keyof HTMLElementTagNameMap;
  readonly attributes: Readonly<Record<string, string>>;
  /** Whether it stands in a form of the page. */
  readonly inForm: boolean;
  /** The author's own child, which comes and goes. */
  readonly child: PageNode;
}

/** The content of a page at one moment. */
export interface PageContent {
  /** The number of the news item beside the element: it changes while the person types. */
  readonly news: number;
  readonly element: PlacedElement | null;
}

export const node = (
  name: string,
  attributes: Readonly<Record<string, string>> = {},
  ...children: readonly PageNode[]
): PageElement => ({ name, attributes, children });

/** Where the page's own form sends what is typed. */
export const FORM_ACTION = '/sent';

/** Returns the part of a page with the element. */
export const elementTree = ({ tag, attributes, inForm, child }: PlacedElement): PageElement => {
  const element = node(tag, attributes, child);
  return inForm
    ? node('form', { action: FORM_ACTION, method: 'post' }, element, node('button', {}, 'Verder'))
    : element;
};

/** Returns the whole content of a page. */
export const pageTree = ({ news, element }: PageContent): PageElement =>
  node(
    'main',
    {},
    node('h1', {}, 'ProfiPortaal'),
    node('p', { class: 'news' }, `Bericht ${news}`),
    element && elementTree(element),
    node('p', {}, 'Veilig inloggen'),
  );

/** Writes a node as a server sends it. */
export function markup(of: PageNode): string {
  if (of === null) return '';
  if (typeof of === 'string') return of;
  const attributes = Object.entries(of.attributes).map(([name, value]) => ` ${name}="${value}"`);
  const start = `<${of.name}${attributes.join('')}>`;
  return of.name === 'input' ? start : `${start}${of.children.map(markup).join('')}</${of.name}>`;
}
