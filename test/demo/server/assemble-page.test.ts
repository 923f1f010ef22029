import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { assembleDocument, assemblePage } from '../../../demo/server/pages/assemble-page.js';
import { LOCALES } from '../../../locales/languages.js';
import localize from '../../../locales/lit-localize.json' with { type: 'json' };

const TITLE = '<title>Profiel</title>';
const LINKS =
  '<link rel="stylesheet" href="/one.css" />\n<link rel="stylesheet" href="/two.css" />';
const SCRIPT = '<script type="module" src="/one.js"></script>';
const MAIN = `<main>
  <p>Kosten: $& {{brand}}</p>
  <script src="/in-the-body.js"></script>
</main>`;
const SOURCE = `${TITLE}\n${LINKS}\n${SCRIPT}\n\n${MAIN}\n`;

const layoutWith = (page: string) => ({
  page,
  menu: '<a href="/">Overzicht</a> <a href="/profiel">Profiel</a>',
  document: '<head>{{title}}</head>{{body}}',
});

const assemble = (slot: string, options?: Parameters<typeof assemblePage>[2]) =>
  assemblePage(layoutWith(slot), SOURCE, options);

describe('A page of the portal', () => {
  it('has its own lines of the head where the layout places them', () => {
    assert.equal(assemble('{{scripts}}|{{title}}|{{links}}'), `${SCRIPT}|${TITLE}|${LINKS}`);
  });

  it('has everything else as its body, unchanged', () => {
    assert.equal(assemble('{{body}}'), MAIN);
  });

  it('marks its own link in the menu, or has no menu', () => {
    assert.equal(
      assemble('{{menu}}', { inMenu: '/profiel' }),
      '<a href="/">Overzicht</a> <a href="/profiel" aria-current="page">Profiel</a>',
    );
    assert.equal(assemble('{{menu}}'), '');
  });

  it('has the name of the portal as a link, unless it has no target', () => {
    assert.match(assemble('{{brand}}', { home: '/' }), /^<a class="brand" href="\/" .*<\/a>$/s);
    assert.match(assemble('{{brand}}'), /^<span class="brand" .*<\/span>$/s);
  });

  it('cannot be assembled if the layout has an unknown placeholder', () => {
    assert.throws(
      () => assemble('{{footer}}'),
      /The layout has \{\{footer\}\}, which has no value/,
    );
  });
});

describe('A document of the portal', () => {
  it('has its title and its body in another layout', () => {
    const document = assembleDocument(layoutWith(''), '<title>Polis</title>\n\n<h1>Polis</h1>\n');
    assert.equal(document, '<head><title>Polis</title></head><h1>Polis</h1>');
  });
});

describe('The languages of the portal', () => {
  it('are the locales of the library', () => {
    const { sourceLocale, targetLocales } = localize;
    assert.deepEqual([...LOCALES].sort(), [sourceLocale, ...targetLocales].sort());
  });

  it('are the buttons of the language menu, in the same order', () => {
    const menu = assemble('{{languages}}');
    const languages = Array.from(
      menu.matchAll(/ data-language="([^"]+)"/g),
      ([, locale]) => locale,
    );
    assert.deepEqual(languages, LOCALES);
  });
});
