import { aTimeout, expect } from '@open-wc/testing';
import { pressKeys } from '../../support/engine.js';
import { labelsOf } from '../../support/labels.js';
import { until } from '../../support/page.js';
import { fillIn, shown } from './code-field.js';
import { appended, framedPage, loaded } from './framed-page.js';

const WRITTEN = `
  <form>
    <mfa-code-input>
      <label for="code">Code</label>
      <input id="code" name="code" inputmode="numeric" autocomplete="one-time-code" required>
    </mfa-code-input>
    <button>Verder</button>
  </form>`;

/** Records what a form submits, and cancels the navigation. */
function submitted(body: HTMLElement): FormDataEntryValue[][] {
  const sent: FormDataEntryValue[][] = [];
  body.addEventListener('submit', (event) => {
    event.preventDefault();
    sent.push([...new FormData(event.target as HTMLFormElement).values()]);
  });
  return sent;
}

describe('the code field in a page whose script is slow or missing', () => {
  it('73: can be filled in and submitted', async () => {
    const { body, input } = await framedPage(WRITTEN);
    const sent = submitted(body);
    expect(labelsOf(input)[0]?.textContent).to.equal('Code');
    expect(input.getBoundingClientRect().width).to.be.above(0);
    input.focus();
    await pressKeys('1', '2', '3', '4', '5', '6', 'Enter');
    expect(sent).to.deep.equal([['123456']]);
  });

  it('73: keeps the value, the focus and the caret when the script loads', async () => {
    const page = await framedPage(WRITTEN);
    const { input } = page;
    input.focus();
    await pressKeys('1', '2');
    await page.upgrade();
    expect(page.input === input).to.equal(true);
    expect(page.field.value).to.equal('12');
    expect(input.matches(':focus')).to.equal(true);
    await pressKeys('3', '4', '5', '6');
    expect(page.field.value).to.equal('123456');
  });

  it('73: keeps the focus of an input inside its label', async () => {
    const page = await framedPage(
      '<mfa-code-input><label>Code <input name="code"></label></mfa-code-input>',
    );
    page.input.focus();
    await pressKeys('1', '2', '3', 'ArrowLeft');
    await page.upgrade();
    expect(page.input.matches(':focus')).to.equal(true);
    expect(page.input.selectionStart).to.equal(2);
    await pressKeys('9');
    expect(page.field.value).to.equal('129');
  });

  it('73: is painted once: one label, one input, each digit in its slot', async () => {
    const page = await framedPage(WRITTEN);
    page.input.value = '123456';
    await page.upgrade();
    expect(page.body.querySelectorAll('label, input')).to.have.lengthOf(2);
    expect(shown({ element: page.field })).to.equal('123456');
    const style = page.body.ownerDocument.defaultView?.getComputedStyle(page.input);
    expect(style?.webkitTextFillColor).to.equal('rgba(0, 0, 0, 0)');
    expect(page.input.required).to.equal(true);
  });

  it('56: is empty when the user returns to the page', async () => {
    const frame = document.createElement('iframe');
    const { href } = new URL('./code-page.html', import.meta.url);
    frame.src = href;
    await appended(frame);
    const input = () => frame.contentDocument?.querySelector('input') ?? new Image();
    // The element waits for a framework that may be about to hydrate the page.
    await until(() => input().localName === 'input', 'The field has no input.');
    fillIn(input() as HTMLInputElement, '123456');
    expect(input()).to.have.property('value', '123456');
    // During the load event, a navigation would replace this page in the history.
    await aTimeout(0);
    const away = loaded(frame);
    frame.contentWindow?.location.assign(`${href}?elsewhere`);
    await away;
    const back = loaded(frame);
    frame.contentWindow?.history.back();
    await back;
    await frame.contentWindow?.customElements.whenDefined('mfa-code-input');
    expect(frame.contentWindow?.location.search).to.equal('');
    await until(() => input().localName === 'input', 'The field has no input.');
    expect(input()).to.have.property('value', '');
  });
});
