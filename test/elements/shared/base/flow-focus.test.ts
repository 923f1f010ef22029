import { fixture, html, waitUntil } from '@open-wc/testing';
import '../../../../src/elements/text-field/mfa-text-field.js';
import { pressKeys, rowsOf } from '../../../support/engine.js';
import { message } from '../../../support/message.js';
import { button, field, headings, until } from '../../../support/page.js';
import { LINKED, scanning, VERIFY } from '../../enrollment/enrollment-page.js';

const MAGENTA = [255, 0, 255] as const;

const space = (height: number): HTMLElement => {
  const element = document.createElement('div');
  element.style.blockSize = `${height}px`;
  return element;
};

/** Paints parts, so that a picture of the window shows where they are. */
function paint(parts: string): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`${parts} { background: rgb(${MAGENTA.join()}) !important }`);
  document.adoptedStyleSheets.push(sheet);
}

/** Waits until the window shows what is painted, in full. Looks at a picture, which changes nothing. */
const untilSeen = (height: number) =>
  waitUntil(async () => (await rowsOf(MAGENTA)).length >= height, 'it is not in view', {
    timeout: 5000,
  });

describe('what gets the focus in a page that has become shorter', () => {
  let sheets: CSSStyleSheet[] = [];
  beforeEach(() => {
    sheets = [...document.adoptedStyleSheets];
  });
  afterEach(() => {
    document.adoptedStyleSheets = sheets;
    scrollTo(0, 0);
  });

  for (const how of ['Enter', 'the button'] as const) {
    it(`is in view: the heading after a right code, sent with ${how} (host page 22)`, async () => {
      const { element } = await scanning();
      paint('mfa-enrollment::part(heading)');
      element.before(space(300));
      element.after(space(500));
      field(element).focus();
      scrollTo(0, document.documentElement.scrollHeight);
      await pressKeys(...'123456');
      if (how === 'Enter') await pressKeys('Enter');
      else button(element, VERIFY).click();
      await until(() => headings(element).includes(LINKED), 'the app is not linked');
      await untilSeen(30);
    });
  }

  it('is in view: a field (host page 22)', async () => {
    const page = await fixture<HTMLElement>(html`
      <div>
        ${space(300)}
        <mfa-text-field label=${message('recovery-code.label')}></mfa-text-field>
        ${space(500)}
      </div>
    `);
    const element = page.querySelector('mfa-text-field');
    await element?.updateComplete;
    paint('mfa-text-field::part(control)');
    const step = space(2000);
    page.append(step);
    scrollTo(0, document.documentElement.scrollHeight);
    await rowsOf(MAGENTA);
    step.remove();
    element?.focus();
    await untilSeen(30);
  });
});
