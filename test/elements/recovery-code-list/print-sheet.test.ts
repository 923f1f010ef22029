import { expect } from '@open-wc/testing';
import { css, html, LitElement } from 'lit';
import { PrintSheet } from '../../../src/elements/recovery-code-list/print-sheet.js';
import { printWith } from '../../support/printing.js';

class Printing extends LitElement {
  readonly sheet = new PrintSheet(this);
}
customElements.define('test-printing', Printing);

const paper = css``;
const sheets = () => document.querySelectorAll('mfa-print-sheet');

describe('a sheet that prints in place of the page', () => {
  const styleSheets = document.adoptedStyleSheets.length;
  let element: Printing;
  let printed: string[];
  let restore: () => void;

  /** A browser whose `print()` returns when the dialog is closed, as on a computer. */
  const onAComputer = () => {
    restore = printWith(() => {
      printed.push(sheets()[0]?.shadowRoot?.textContent.trim() ?? '');
      window.dispatchEvent(new Event('afterprint'));
    });
  };
  /** A browser whose `print()` returns at once, and that may render the page more than once. */
  const onAPhone = () => {
    restore = printWith(() => {
      printed.push(sheets()[0]?.shadowRoot?.textContent.trim() ?? '');
    });
  };
  const expectGone = () => {
    expect(sheets()).to.have.length(0);
    expect(document.adoptedStyleSheets).to.have.length(styleSheets);
  };

  beforeEach(() => {
    printed = [];
    element = new Printing();
    document.body.append(element);
  });
  afterEach(() => {
    element.remove();
    restore();
  });

  it('exists while the dialog is open, and is removed as soon as it is closed', () => {
    onAComputer();
    void element.sheet.print(html`<p>Alleen dit</p>`, paper);
    expect(printed).to.deep.equal(['Alleen dit']);
    expectGone();
  });

  it('stays on a phone however often it is rendered, until the page is touched again', () => {
    onAPhone();
    void element.sheet.print(html`<p>Alleen dit</p>`, paper);
    window.dispatchEvent(new Event('afterprint'));
    window.dispatchEvent(new Event('afterprint'));
    expect(sheets()).to.have.length(1);
    expect(document.adoptedStyleSheets).to.have.length(styleSheets + 1);
    document.body.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true }));
    expectGone();
  });

  for (const [when, leave] of Object.entries({
    'a key is pressed': () => window.dispatchEvent(new KeyboardEvent('keydown')),
    'the page is left': () => window.dispatchEvent(new PageTransitionEvent('pagehide')),
    'what it belongs to is taken out of the page': () => element.remove(),
    'it is taken away': () => element.sheet.remove(),
  })) {
    it(`is removed when ${when}`, () => {
      onAPhone();
      void element.sheet.print(html`<p>Alleen dit</p>`, paper);
      leave();
      expectGone();
    });
  }

  it('is not on the page if no dialog opens, and is there for one that opens late (host page 15)', async () => {
    onAPhone();
    expect(await element.sheet.print(html`<p>Alleen dit</p>`, paper)).to.equal(false);
    expectGone();
    window.dispatchEvent(new Event('beforeprint'));
    expect(sheets()).to.have.length(1);
    expect(document.adoptedStyleSheets).to.have.length(styleSheets + 1);
    document.body.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true }));
    expectGone();
    window.dispatchEvent(new Event('beforeprint'));
    expectGone();
  });

  it('exists once at a time', () => {
    onAPhone();
    void element.sheet.print(html`<p>Eerst</p>`, paper);
    void element.sheet.print(html`<p>Daarna</p>`, paper);
    expect(sheets()).to.have.length(1);
    expect(printed).to.deep.equal(['Eerst', 'Daarna']);
  });

  it('exists once on the whole page, also if nothing was touched in between', () => {
    onAPhone();
    const other = new Printing();
    document.body.append(other);
    void element.sheet.print(html`<p>Eerst</p>`, paper);
    void other.sheet.print(html`<p>Daarna</p>`, paper);
    expect([...sheets()].map((it) => it.shadowRoot?.textContent.trim())).to.deep.equal(['Daarna']);
    element.remove();
    expect(document.adoptedStyleSheets.length, 'hides the page').to.be.above(styleSheets);
    other.remove();
    expectGone();
  });

  it('shows nothing on the screen', () => {
    onAPhone();
    void element.sheet.print(html`<p>Alleen dit</p>`, paper);
    expect(sheets()[0]?.checkVisibility()).to.equal(false);
    expect(element.checkVisibility()).to.equal(true);
  });
});
