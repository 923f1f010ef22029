import { expect, fixture, html } from '@open-wc/testing';
import { renderCodesToKeep } from '../../../src/elements/recovery-code-list/render-codes-to-keep.js';
import { SAMPLE } from '../../../src/testing/index.js';
import { button, text } from '../../support/page.js';

describe('new recovery codes while the element that lists them is not here', () => {
  let continued: number;
  let page: HTMLElement;

  beforeEach(async () => {
    continued = 0;
    page = await fixture(
      html`<div>
        ${renderCodesToKeep({
          codes: SAMPLE.recoveryCodes,
          issuer: 'Site',
          introduction: html`<h2>Keep these</h2>`,
          continueLabel: 'Go on',
          onContinue: () => (continued += 1),
        })}
      </div>`,
    );
  });

  it('can be read, each of them', () => {
    expect(customElements.get('mfa-recovery-code-list')).to.equal(undefined);
    for (const code of SAMPLE.recoveryCodes) expect(text(page)).to.include(code);
  });

  it('are hidden from session recorders', () => {
    expect(page.querySelector('ul')?.hasAttribute('data-private')).to.equal(true);
  });

  it('let the user go on: there is no box to tick', () => {
    button(page, 'Go on').click();
    expect(continued).to.equal(1);
  });

  it('become the list once it is here, and show once', async () => {
    await import('../../../src/elements/recovery-code-list/mfa-recovery-code-list.js');
    const list = page.querySelector('mfa-recovery-code-list');
    await list?.updateComplete;
    const shown = text(page);
    for (const code of SAMPLE.recoveryCodes) expect(shown.split(code)).to.have.length(2);
    button(page, 'Go on').click();
    expect(continued).to.equal(0);
  });
});
