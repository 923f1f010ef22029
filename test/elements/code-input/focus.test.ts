import { aTimeout, expect, fixture, html, waitUntil } from '@open-wc/testing';
import '../../../src/elements/code-input/mfa-code-input.js';
import { pressKeys, rowsOf } from '../../support/engine.js';

const MAGENTA = [255, 0, 255] as const;

/** The height of the painted slots, in CSS px. */
const HEIGHT = 56;

/** Mounts a field far from both ends of a long page, with the focus on a button at one end. */
async function farField({ value = '', from = 'start' } = {}) {
  const page = await fixture<HTMLElement>(html`
    <div>
      <style>
        mfa-code-input::part(digit) {
          background: rgb(${MAGENTA.join()});
        }
      </style>
      <button id="start">Start</button>
      <div style="block-size: 3000px"></div>
      <mfa-code-input label="Code" value=${value}></mfa-code-input>
      <div style="block-size: 3000px"></div>
      <button id="end">End</button>
    </div>
  `);
  const element = page.querySelector('mfa-code-input');
  if (!element) throw new Error('There is no field.');
  await element.updateComplete;
  page.querySelector<HTMLElement>(`#${from}`)?.focus();
  return element;
}

/** Waits until the whole field is in the window. Looks at a picture, which changes nothing. */
const untilSeen = () =>
  waitUntil(async () => (await rowsOf(MAGENTA)).length === HEIGHT, 'the field is not in view', {
    timeout: 5000,
  });

describe('a code field that gets the focus', () => {
  afterEach(() => scrollTo(0, 0));

  for (const [what, value] of [
    ['empty', ''],
    ['incomplete', '12'],
    ['complete', '123456'],
  ] as const) {
    it(`is in view after Tab, ${what} (host page 21)`, async () => {
      await farField({ value });
      await pressKeys('Tab');
      await untilSeen();
    });

    it(`is in view after Shift+Tab, ${what} (host page 21)`, async () => {
      await farField({ value, from: 'end' });
      await pressKeys('Shift+Tab');
      await untilSeen();
    });

    it(`is in view after focus() of a script, ${what} (host page 21)`, async () => {
      const element = await farField({ value });
      element.focus();
      await untilSeen();
    });
  }

  it('is in view when it gets the focus again, with the caret behind the digits', async () => {
    const element = await farField();
    element.focus();
    await pressKeys('1', '2', 'Home');
    document.querySelector<HTMLElement>('#start')?.focus();
    scrollTo(0, 0);
    element.focus();
    await untilSeen();
    expect(element.input.selectionStart).to.equal(2);
  });

  it('stays where it is if a script asks for that', async () => {
    const element = await farField();
    // WebKit scrolls to the button only when it renders.
    await rowsOf(MAGENTA);
    element.focus({ preventScroll: true });
    await new Promise((resolve) => requestAnimationFrame(resolve));
    await aTimeout(0);
    expect(scrollY).to.equal(0);
  });

  it('is in view beside a header that covers the top of the window', async () => {
    document.documentElement.style.scrollPaddingBlockStart = '100px';
    const header = await fixture<HTMLElement>(
      html`<div style="position: fixed; inset: 0 0 auto; block-size: 100px"></div>`,
    );
    header.style.background = 'black';
    header.style.zIndex = '9';
    await farField({ from: 'end', value: '12' });
    await pressKeys('Shift+Tab');
    await untilSeen();
    document.documentElement.style.scrollPaddingBlockStart = '';
  });
});
