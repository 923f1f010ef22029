import { LANGUAGES } from '../../../locales/languages.js';

/** The files of `demo/portal/layout/`. */
export interface Layout {
  readonly page: string;
  /** The top of a page for a user who is signed in. */
  readonly menu: string;
  readonly document: string;
}

export interface PageOptions {
  /** The page's own address, which the menu marks as the current one; without it there is no menu. */
  readonly inMenu?: string;
  /** The address that the portal's name at the top links to; without it the name is not a link. */
  readonly home?: string;
}

/**
 * Puts a page of the portal into the layout.
 *
 * @param source The page's own `<title>`, `<link>` and `<script>` lines, followed by its `<main>`.
 */
export function assemblePage(
  { page, menu }: Layout,
  source: string,
  { inMenu, home }: PageOptions = {},
): string {
  return fill(page, {
    ...slotsOf(source),
    brand: renderBrand(home),
    menu:
      inMenu === undefined
        ? ''
        : menu.replace(`<a href="${inMenu}">`, `<a href="${inMenu}" aria-current="page">`),
    languages: renderLanguages(),
  });
}

/**
 * Puts a document, which has no menus and no scripts, into its layout.
 *
 * @param source The document's `<title>` line, followed by what is in its `<article>`.
 */
export const assembleDocument = ({ document }: Layout, source: string): string =>
  fill(document, slotsOf(source));

/** The lines that go into the `<head>`; all others are the body. */
const HEAD_LINE = /^<(title|link|script)\b.*\n/gm;

function slotsOf(source: string): Record<string, string> {
  const lines = Array.from(source.matchAll(HEAD_LINE));
  const linesOf = (name: string) =>
    lines
      .filter(([, tag]) => tag === name)
      .map(([line]) => line.trim())
      .join('\n');
  return {
    title: linesOf('title'),
    links: linesOf('link'),
    scripts: linesOf('script'),
    body: source.replace(HEAD_LINE, '').trim(),
  };
}

function renderBrand(home: string | undefined): string {
  const name = '<img src="/assets/logo.svg" alt="" width="36" height="36" />\nProfiPortaal';
  return home === undefined
    ? `<span class="brand" translate="no">${name}</span>`
    : `<a class="brand" href="${home}" translate="no">${name}</a>`;
}

const renderLanguages = (): string =>
  Object.entries(LANGUAGES)
    .map(
      ([locale, name]) =>
        `<button type="button" lang="${locale}" data-language="${locale}" translate="no">${name}</button>`,
    )
    .join('\n');

/**
 * Replaces each `{{name}}` of a template.
 *
 * @throws {Error} If the template has a name without a value.
 */
function fill(template: string, values: Readonly<Record<string, string>>): string {
  return template.replace(/\{\{(\w+)\}\}/g, (slot, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`The layout has ${slot}, which has no value.`);
    return value;
  });
}
