import { expect, fixture, html } from '@open-wc/testing';
import { LitElement } from 'lit';
import { controls } from '../../src/styles/controls.styles.js';
import { tokens } from '../../src/styles/tokens.styles.js';

class ControlsPage extends LitElement {
  static override styles = [tokens, ...controls];

  protected override render() {
    return html`
      ${['', 'primary', 'danger', 'link', 'icon'].map(
        (kind) => html`<button class="button ${kind && `button--${kind}`}">x</button>`,
      )}
      <div class="notice notice--error" role="alert"></div>
      <span class="visually-hidden">Unseen</span>
    `;
  }
}
customElements.define('controls-page', ControlsPage);

describe('the shared controls', () => {
  const page = async () => {
    const element = await fixture<ControlsPage>(html`<controls-page></controls-page>`);
    return element.shadowRoot ?? document.createDocumentFragment();
  };

  it('gives every button a target of at least 44 px (WCAG 2.5.5)', async () => {
    for (const button of (await page()).querySelectorAll('button')) {
      const { width, height } = button.getBoundingClientRect();
      expect(Math.min(width, height), button.className).to.be.at.least(44);
    }
  });

  it('keeps an empty notice in the accessibility tree, without a height', async () => {
    const notice = (await page()).querySelector('.notice');
    expect(notice?.getBoundingClientRect().height).to.equal(0);
    expect(notice && getComputedStyle(notice).display).to.equal('block');
  });

  it('uses the colours that the page sets', async () => {
    const root = await page();
    const host = root instanceof ShadowRoot ? (root.host as HTMLElement) : undefined;
    host?.parentElement?.style.setProperty('--mfa-color-accent', 'rgb(1, 2, 3)');
    const button = root.querySelector('.button--primary');
    const color = () => button && getComputedStyle(button).backgroundColor;
    expect(color()).to.equal('rgb(1, 2, 3)');
  });

  it('resists a page that unsets everything', async () => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('* { all: unset }');
    document.adoptedStyleSheets.push(sheet);
    const root = await page();
    const display = root instanceof ShadowRoot && getComputedStyle(root.host).display;
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((it) => it !== sheet);
    expect(display).to.equal('block');
  });
});
