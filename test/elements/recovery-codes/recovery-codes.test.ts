import { expect } from '@open-wc/testing';
import '../../../src/elements/recovery-codes/mfa-recovery-codes.js';
import { SAMPLE } from '../../../src/testing/index.js';
import { announced, button, painted, show, text, untilText } from '../../support/page.js';

const codes = SAMPLE.recoveryCodes;

async function shown() {
  const element = await show('mfa-recovery-codes', { codes });
  await untilText(element, codes[0]);
  return element;
}

describe('recovery codes', () => {
  afterEach(() => {
    Reflect.deleteProperty(navigator, 'clipboard');
  });

  it('are a list that no translation changes', async () => {
    const element = await shown();
    const items = painted(element).filter((it) => it.matches('li'));
    expect(items.map(text)).to.deep.equal(codes);
    expect(items.every((it) => it.closest('[translate=no]'))).to.equal(true);
    await expect(element).to.be.accessible();
  });

  it('are copied together, one a line', async () => {
    const copied: string[] = [];
    Object.defineProperty(navigator, 'clipboard', {
      configurable: true,
      value: { writeText: (given: string) => Promise.resolve(copied.push(given)) },
    });
    const element = await shown();
    button(element, 'Alle codes kopiëren').click();
    await untilText(element, 'Gekopieerd');
    expect(copied).to.deep.equal([codes.join('\n')]);
    expect(announced(element)).to.deep.equal(['Gekopieerd']);
  });

  it('are saved as a text file that says nothing about whose they are', async () => {
    const element = await shown();
    const saved = new Promise<HTMLAnchorElement>((resolve) => {
      // Its own in place of the inherited one, until it is pressed.
      HTMLAnchorElement.prototype.click = function () {
        Reflect.deleteProperty(HTMLAnchorElement.prototype, 'click');
        resolve(this);
      };
    });
    button(element, 'Downloaden').click();
    const link = await saved;
    expect(link.download).to.equal('recovery-codes.txt');
    const file = await fetch(link.href);
    expect(file.headers.get('content-type')).to.equal('text/plain;charset=utf-8');
    expect(await file.text()).to.equal(`${codes.join('\n')}\n`);
  });

  it('are no attribute, and are gone as soon as the owner takes them away', async () => {
    const element = await shown();
    expect(element.outerHTML).to.equal('<mfa-recovery-codes></mfa-recovery-codes>');
    element.codes = [];
    await element.updateComplete;
    expect(text(element)).to.equal('');
  });
});
