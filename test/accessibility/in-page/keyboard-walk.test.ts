import { expect, fixture, html } from '@open-wc/testing';
import { pressKeys } from '../../support/engine.js';
import { KeyboardWalk } from './keyboard-walk.js';

async function walkOver(page: HTMLElement): Promise<string[]> {
  const walk = await KeyboardWalk.begin(page);
  do await pressKeys('Tab');
  while (!walk.look());
  return walk.end();
}

const complaintsAbout = async (template: unknown): Promise<string[]> =>
  walkOver(await fixture<HTMLElement>(html`<div>${template}</div>`));

/** Rules for the page of one test. */
function style(rules: string): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(rules);
  document.adoptedStyleSheets = [sheet];
}

describe('a walk with the keyboard', () => {
  afterEach(() => {
    document.adoptedStyleSheets = [];
  });

  it('reports nothing on a page of native controls', async () => {
    const found = await complaintsAbout(
      html`<h2 tabindex="-1">Step</h2>
        <button>One</button><a href="#">Two</a><input /><button disabled>Never</button>`,
    );
    expect(found).to.deep.equal([]);
  });

  it('finds a focus order that differs from the reading order', async () => {
    const found = await complaintsAbout(
      html`<button>One</button><button tabindex="1">Two</button>`,
    );
    expect(found.join()).to.include('in reading order');
  });

  it('finds a target that the keyboard does not reach', async () => {
    const found = await complaintsAbout(
      html`<button>One</button><a href="#" tabindex="-1">Two</a>`,
    );
    expect(found.join()).to.include('Tab leads to <button> "One"; in reading order');
  });

  it('finds a focusable element that is not a target', async () => {
    const found = await complaintsAbout(
      html`<div style="overflow: auto; block-size: 20px">
        <p style="block-size: 99px">Text</p>
      </div>`,
    );
    expect(found.join()).to.include('not a target');
  });

  it('finds a focus that cannot be seen', async () => {
    style('button:focus { outline: 0 }');
    expect(await complaintsAbout(html`<button>One</button>`)).to.deep.equal([
      '<button> "One" looks the same with the focus',
    ]);
  });

  it('finds a focused element that is covered', async () => {
    style('i { position: fixed; inset: 0; background: white }');
    const found = await complaintsAbout(html`<button>One</button><i>Cookies?</i>`);
    expect(found).to.deep.equal([
      '<button> "One" is covered by <i> "Cookies?" when it has the focus',
    ]);
  });

  it('finds a keyboard trap', async () => {
    const catches = (event: KeyboardEvent) => {
      if (event.key === 'Tab') event.preventDefault();
    };
    const found = await complaintsAbout(html`<button @keydown=${catches}>One</button>`);
    expect(found).to.include('the focus is trapped');
  });

  it('finds a change caused by the focus alone', async () => {
    const opens = ({ target }: Event) => (target as Element).after('Opened');
    const found = await complaintsAbout(html`<button @focus=${opens}>One</button>`);
    expect(found.join()).to.include('the focus alone changed');
  });

  it('A12: cycles through the targets of a dialog', async () => {
    const page = await fixture<HTMLElement>(
      html`<div>
        <button>Behind</button>
        <dialog><button>One</button><button>Two</button></dialog>
      </div>`,
    );
    page.querySelector('dialog')?.showModal();
    expect(await walkOver(page)).to.deep.equal([]);
  });

  it('A12: finds a dialog that does not contain the focus', async () => {
    const page = await fixture<HTMLElement>(
      html`<div>
        <dialog><button>One</button><button>Two</button></dialog>
      </div>`,
    );
    const dialog = page.querySelector('dialog');
    dialog?.showModal();
    const walk = await KeyboardWalk.begin(page);
    await pressKeys('Tab');
    walk.look();
    dialog?.close();
    await pressKeys('Tab');
    walk.look();
    dialog?.showModal();
    expect((await walk.end()).join()).to.not.equal('');
  });
});
