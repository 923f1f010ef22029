import { expect } from '@open-wc/testing';
import { SAMPLE } from '../../../src/testing/index.js';
import { message } from '../../support/message.js';
import { button, visibleElements, text, until, untilText } from '../../support/page.js';
import { printWith } from '../../support/printing.js';
import { box, codeList, printSheet } from './recovery-code-list-page.js';

const codes = SAMPLE.recoveryCodes;

const items = (element: Element) => visibleElements(element).filter((it) => it.matches('li'));

describe('recovery codes that show', () => {
  it('are a list, in groups, that no translation changes', async () => {
    const element = await codeList();
    expect(items(element).map(text)).to.deep.equal(codes);
    expect(items(element).every((it) => it.closest('[translate=no]'))).to.equal(true);
    expect(items(element).every((it) => getComputedStyle(it).userSelect === 'text')).to.equal(true);
    await expect(element).to.be.accessible();
  });

  it('are in two columns if there is room, else in one', async () => {
    const element = await codeList();
    const columns = () => new Set(items(element).map((it) => it.getBoundingClientRect().left)).size;
    element.style.inlineSize = '560px';
    expect(columns()).to.equal(2);
    element.style.inlineSize = '320px';
    expect(columns()).to.equal(1);
    expect(element.scrollWidth).to.be.at.most(320);
  });

  it('fit at 320 px however long they are', async () => {
    const element = await codeList({ codes: ['3f2a9c61-77d0-4e1b-9a35-c08e5d1f6b24'.repeat(3)] });
    element.style.inlineSize = '280px';
    expect(element.scrollWidth).to.be.at.most(280);
  });

  it('are not an attribute, and are gone as soon as the page removes them', async () => {
    const element = await codeList({ issuer: SAMPLE.issuer });
    expect(element.attributes).to.have.length(0);
    element.codes = [];
    await element.updateComplete;
    expect(text(element)).to.equal('');
  });

  it('are forgotten when the page is left', async () => {
    const element = await codeList();
    window.dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }));
    expect(element.codes).to.deep.equal([]);
    await element.updateComplete;
    expect(element.shadowRoot?.textContent.trim()).to.equal('');
  });

  it('are forgotten when the list is removed', async () => {
    const element = await codeList();
    element.remove();
    await until(() => element.codes.length === 0, 'the codes stay');
    await element.updateComplete;
    expect(element.shadowRoot?.textContent.trim()).to.equal('');
  });

  it('stay, checked or not, if the list is only moved', async () => {
    const element = await codeList();
    box(element).click();
    document.body.append(element);
    await element.updateComplete;
    expect(items(element).map(text)).to.deep.equal(codes);
    expect(element.kept).to.equal(true);
    element.remove();
  });

  it('are not shared by two lists', async () => {
    const first = await codeList({ codes: ['AAAA-1111'] });
    const second = await codeList({ codes: ['BBBB-2222'] });
    box(second).click();
    expect(first.kept).to.equal(false);
    expect(text(first)).not.to.include('BBBB-2222');
    expect(text(second)).not.to.include('AAAA-1111');
  });

  it('are not copied with the element', async () => {
    const element = await codeList();
    const copy = element.cloneNode(true) as typeof element;
    expect(copy.codes).to.deep.equal([]);
  });

  it('leave no print sheet behind when others replace them', async () => {
    const restore = printWith();
    try {
      const element = await codeList();
      button(element, message('recovery-code-list.print')).click();
      expect(printSheet()).not.to.equal(null);
      element.codes = ['AAAA-1111'];
      await untilText(element, 'AAAA-1111');
      expect(printSheet()).to.equal(null);
    } finally {
      restore();
    }
  });
});
