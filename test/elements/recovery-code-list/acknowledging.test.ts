import { expect } from '@open-wc/testing';
import { message } from '../../support/message.js';
import {
  announced,
  buttons,
  allElements,
  expectFocusOn,
  labelOf,
  text,
  until,
  untilText,
} from '../../support/page.js';
import { asksBeforeLeaving, box, codeList, REMINDER } from './recovery-code-list-page.js';

/** Returns what a screen reader reads after the name of the checkbox. */
const description = (element: HTMLElement): string =>
  element.shadowRoot?.getElementById(box(element).getAttribute('aria-describedby') ?? '')
    ?.textContent ?? '';

describe('saying that recovery codes are kept', () => {
  it('is asked with a checkbox that has a name', async () => {
    const element = await codeList();
    expect(labelOf(box(element))).to.equal(message('recovery-code-list.kept.other'));
    expect(element.kept).to.equal(false);
  });

  it('has the singular for one code', async () => {
    const element = await codeList({ codes: ['AAAA-1111'] });
    expect(labelOf(box(element))).to.equal(message('recovery-code-list.kept.one'));
    expect(buttons(element)[0]).to.equal(message('recovery-code-list.copy.one'));
    element.reportKept();
    await untilText(element, message('recovery-code-list.reminder.one'));
  });

  it('dispatches the event', async () => {
    const element = await codeList();
    const heard: boolean[] = [];
    element.addEventListener('change', () => heard.push(element.kept));
    box(element).click();
    box(element).click();
    expect(heard).to.deep.equal([true, false]);
  });

  it('is asked for once if the person continues without it, with the focus on the checkbox (A11)', async () => {
    const element = await codeList();
    expect(element.reportKept()).to.equal(false);
    await element.updateComplete;
    // The focused checkbox is described by it; a live region would announce it a second time (A8).
    expect(description(element)).to.equal(REMINDER);
    expect(announced(element)).to.deep.equal([]);
    expectFocusOn(box(element));
    expect(box(element).getAttribute('aria-invalid')).to.equal('true');
    await expect(element).to.be.accessible();
    box(element).click();
    await until(() => description(element) === '', 'the reminder stays');
    expect(element.reportKept()).to.equal(true);
    expect(box(element).getAttribute('aria-invalid')).to.equal('false');
  });

  it('is announced each time the person continues with the focus still on the checkbox (A8)', async () => {
    const element = await codeList();
    const said: string[] = [];
    const goOn = async () => {
      element.reportKept();
      await element.updateComplete;
      said.push(...announced(element));
    };
    await goOn();
    expect(said).to.deep.equal([]);
    await goOn();
    expect(said).to.deep.equal([REMINDER]);
    const region = allElements(element).find((inner) => inner.matches('[role=alert]'));
    const before = region?.lastChild;
    await goOn();
    expect(said).to.deep.equal([REMINDER, REMINDER]);
    expect(region?.isConnected).to.equal(true);
    expect(region?.contains(before ?? null), 'nothing new in the region').to.equal(false);
    expectFocusOn(box(element));
    box(element).blur();
    await until(() => announced(element).length === 0, 'it is still there twice');
    expect(description(element)).to.equal(REMINDER);
  });

  it('is asked for again for other codes, and not for the same', async () => {
    const element = await codeList({ codes: ['AAAA-1111'] });
    box(element).click();
    element.codes = ['AAAA-1111'];
    await element.updateComplete;
    expect(element.kept).to.equal(true);
    element.codes = ['BBBB-2222'];
    await element.updateComplete;
    expect(element.kept).to.equal(false);
    expect(box(element).checked).to.equal(false);
  });

  it('is not asked for if there is nothing to keep', async () => {
    const element = await codeList();
    element.codes = [];
    await element.updateComplete;
    expect(element.reportKept()).to.equal(true);
    expect(text(element)).to.equal('');
  });
});

describe('leaving the page while recovery codes show (C88)', () => {
  it('is confirmed by the browser until they are kept', async () => {
    const element = await codeList();
    expect(asksBeforeLeaving()).to.equal(true);
    box(element).click();
    await element.updateComplete;
    expect(asksBeforeLeaving()).to.equal(false);
    box(element).click();
    await element.updateComplete;
    expect(asksBeforeLeaving()).to.equal(true);
  });

  it('is not confirmed after they are removed', async () => {
    const element = await codeList();
    element.codes = [];
    await element.updateComplete;
    expect(asksBeforeLeaving()).to.equal(false);
  });

  it('is not confirmed after the list is removed', async () => {
    const element = await codeList();
    element.remove();
    expect(asksBeforeLeaving()).to.equal(false);
  });
});
