import { expect } from '@open-wc/testing';
import { SAMPLE, scriptedBackend } from '../../../src/testing/index.js';
import { message } from '../../support/message.js';
import { button, buttons, field, fill, labelOf, show, untilText } from '../../support/page.js';
import { enter } from './challenge-page.js';

describe('a code field of the author', () => {
  const MARKUP = `<form action="/verify" method="post">
    <label for="c">Code uit je app</label>
    <mfa-code-input><input id="c" name="code" required></mfa-code-input>
  </form>`;

  it('is adopted, and not created a second time', async () => {
    const backend = scriptedBackend({ state: 'code-required' });
    const element = await show('mfa-challenge', { backend }, MARKUP);
    const written = element.querySelector('input');
    await untilText(element, message('challenge.code.heading'));
    expect(element.querySelectorAll('form, input, label')).to.have.length(3);
    expect(field(element)).to.equal(written);
    expect(labelOf(field(element))).to.equal('Code uit je app');
    expect(field(element).name).to.equal('code');
    enter(element, SAMPLE.code);
    await untilText(element, message('challenge.verified.heading'));
    expect(backend.calls).to.have.length(1);
    expect(written?.value).to.equal('');
  });

  it('is found without :has(), which Firefox before 121 refuses', async () => {
    const querySelectorAll = function (this: Element, selector: string) {
      if (selector.includes(':has(')) throw new SyntaxError(`"${selector}" is not valid.`);
      return Element.prototype.querySelectorAll.call(this, selector);
    } as Element['querySelectorAll'];
    const backend = scriptedBackend({ state: 'code-required' });
    const element = await show('mfa-challenge', { backend, querySelectorAll }, MARKUP);
    await untilText(element, message('challenge.code.heading'));
    expect(labelOf(field(element))).to.equal('Code uit je app');
  });

  it('keeps its own button, and gets no other', async () => {
    const backend = scriptedBackend({ state: 'code-required' });
    const markup = MARKUP.replace('</form>', '<button>Controleer</button></form>');
    const element = await show('mfa-challenge', { backend }, markup);
    await untilText(element, message('challenge.code.heading'));
    expect(buttons(element)).to.deep.equal([
      'Controleer',
      message('challenge.code.use-recovery-code'),
    ]);
    fill(field(element), SAMPLE.code);
    button(element, 'Controleer').click();
    await untilText(element, message('challenge.verified.heading'));
  });

  it('shows errors like a field of the element', async () => {
    const backend = scriptedBackend({ state: 'code-required' });
    const element = await show('mfa-challenge', { backend }, MARKUP);
    await untilText(element, message('challenge.code.heading'));
    enter(element, '12');
    await untilText(element, message('code.incomplete', 6));
    enter(element, '999999');
    await untilText(element, message('error.invalid-code'));
    expect(field(element).value).to.equal('');
    await expect(element).to.be.accessible();
  });
});
