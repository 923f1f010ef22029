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

  it('has nothing to say of a page as browsers make it', async () => {
    const found = await complaintsAbout(
      html`<h2 tabindex="-1">Step</h2>
        <button>One</button><a href="#">Two</a><input /><button disabled>Never</button>`,
    );
    expect(found).to.deep.equal([]);
  });

  it('finds an order that is not that of reading', async () => {
    const found = await complaintsAbout(
      html`<button>One</button><button tabindex="1">Two</button>`,
    );
    expect(found.join()).to.include('in reading order');
  });

  it('finds what the keyboard does not reach', async () => {
    const found = await complaintsAbout(
      html`<button>One</button><a href="#" tabindex="-1">Two</a>`,
    );
    expect(found.join()).to.include('Tab leads to <button> "One"; in reading order');
  });

  it('finds a stop that is nothing to press', async () => {
    const found = await complaintsAbout(
      html`<div style="overflow: auto; block-size: 20px">
        <p style="block-size: 99px">Text</p>
      </div>`,
    );
    expect(found.join()).to.include('nothing to press');
  });

  it('finds a focus that cannot be seen', async () => {
    style('button:focus { outline: 0 }');
    expect(await complaintsAbout(html`<button>One</button>`)).to.deep.equal([
      '<button> "One" looks no different with the focus',
    ]);
  });

  it('finds a focus that lies under something', async () => {
    style('i { position: fixed; inset: 0; background: white }');
    const found = await complaintsAbout(html`<button>One</button><i>Cookies?</i>`);
    expect(found).to.deep.equal(['<button> "One" lies under <i> "Cookies?" when it has the focus']);
  });

  it('finds a focus that is caught', async () => {
    const catches = (event: KeyboardEvent) => {
      if (event.key === 'Tab') event.preventDefault();
    };
    const found = await complaintsAbout(html`<button @keydown=${catches}>One</button>`);
    expect(found).to.include('the focus does not get out');
  });

  it('finds what happens by the focus alone', async () => {
    const opens = ({ target }: Event) => (target as Element).after('Opened');
    const found = await complaintsAbout(html`<button @focus=${opens}>One</button>`);
    expect(found.join()).to.include('by the focus alone');
  });

  it('A12: goes round in a dialog', async () => {
    const page = await fixture<HTMLElement>(
      html`<div>
        <button>Behind</button>
        <dialog><button>One</button><button>Two</button></dialog>
      </div>`,
    );
    page.querySelector('dialog')?.showModal();
    expect(await walkOver(page)).to.deep.equal([]);
  });

  it('A12: finds a dialog that lets the focus out', async () => {
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
