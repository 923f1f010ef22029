import { expect } from '@open-wc/testing';
import '../../src/elements/authenticators/mfa-authenticators.js';
import '../../src/elements/challenge/mfa-challenge.js';
import '../../src/elements/enrollment/mfa-enrollment.js';
import { setMessages } from '../../src/localization/custom-messages.js';
import { templates } from '../../src/localization/generated/nl.js';
import { getLocale } from '../../src/localization/locale.js';
import { msg, str } from '../../src/localization/msg.js';
import { SAMPLE, scriptedBackend } from '../../src/testing/index.js';
import { catchDownload } from '../support/downloads.js';
import { message } from '../support/message.js';
import { allElements, button, field, show, until, untilText } from '../support/page.js';
import { printWith } from '../support/printing.js';
import { codeList, printSheet } from '../elements/recovery-code-list/recovery-code-list-page.js';

const page = document.documentElement;
const HEBREW = 'טקסט בעברית.';
/** Codes that a line from right to left would show in another order. */
const CODES = ['1234-ABCD', 'ABCD-1234', '12-34-56', '(A1)-B2!'];

/** Gives every message of the library in a language that it does not have. */
const translate = (own: Readonly<Record<string, string>> = {}): void =>
  setMessages({ ...Object.fromEntries(Object.keys(templates).map((id) => [id, HEBREW])), ...own });

const challenge = () =>
  show('mfa-challenge', { backend: scriptedBackend({ state: 'code-required' }) });

const flowOf = (element: Element): Element | null | undefined =>
  element.shadowRoot?.querySelector('.flow');

const marks = (element: Element | null | undefined) => [
  element?.getAttribute('lang'),
  element?.getAttribute('dir'),
];

/** Returns the text as its characters stand in the line, from the left. */
function fromTheLeft(element: Element): string {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const characters: { readonly left: number; readonly character: string }[] = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    for (const [index, character] of [...(node as Text).data].entries()) {
      const range = new Range();
      range.setStart(node, index);
      range.setEnd(node, index + 1);
      characters.push({ left: range.getBoundingClientRect().left, character });
    }
  }
  return characters
    .sort((one, other) => one.left - other.left)
    .map(({ character }) => character)
    .join('')
    .trim();
}

const slotsOf = (element: HTMLElement): DOMRect[] =>
  allElements(element)
    .filter((inner) => inner.matches('[part=digit]'))
    .map((slot) => slot.getBoundingClientRect());

describe('a page that is written from right to left', () => {
  const { lang } = page;
  beforeEach(() => (page.dir = 'rtl'));
  afterEach(async () => {
    page.removeAttribute('dir');
    page.lang = lang;
    setMessages(undefined);
    await until(() => getLocale() === 'nl', 'Dutch did not come back');
  });

  it('gets our sentences in their own direction beside their language (host page 8)', async () => {
    page.lang = 'ar';
    const element = await challenge();
    await untilText(element, 'Enter your code');
    expect(marks(flowOf(element))).to.deep.equal(['en', 'ltr']);
    expect(marks(field(element).form)).to.deep.equal(['en', 'ltr']);
  });

  it('gets them so in a language that is its own, too, and as it changes (host page 8)', async () => {
    page.lang = 'nl';
    const element = await challenge();
    await untilText(element, message('challenge.code.heading'));
    expect(marks(flowOf(element))).to.deep.equal([null, 'ltr']);
    page.dir = 'ltr';
    await until(() => !flowOf(element)?.hasAttribute('dir'), 'the direction stays');
    expect(marks(field(element).form)).to.deep.equal([null, null]);
  });

  it('may be a part of a page (host page 8)', async () => {
    page.dir = 'ltr';
    const element = await challenge();
    await untilText(element, message('challenge.code.heading'));
    element.parentElement?.setAttribute('dir', 'rtl');
    element.requestUpdate();
    await until(() => flowOf(element)?.getAttribute('dir') === 'ltr', 'no direction');
  });

  it('is followed by messages of its own, in language and direction (host page 8)', async () => {
    translate();
    page.lang = 'he';
    const element = await challenge();
    await untilText(element, HEBREW);
    expect(marks(flowOf(element))).to.deep.equal([null, null]);
    expect(marks(field(element).form)).to.deep.equal([null, null]);
  });

  it('is not followed for the few messages that a page replaces (host page 8)', async () => {
    setMessages({ 'challenge.code.heading': 'Portal code' });
    page.lang = 'he';
    const element = await challenge();
    await untilText(element, 'Portal code');
    expect(marks(flowOf(element))).to.deep.equal(['en', 'ltr']);
  });

  it('has the digits where its text begins, from left to right (host page 8)', async () => {
    translate();
    const element = await challenge();
    await untilText(element, HEBREW);
    await until(() => slotsOf(element).length === 6, 'no digits');
    const lefts = slotsOf(element).map(({ left }) => left);
    expect(lefts).to.deep.equal(lefts.toSorted((one, other) => one - other));
    const end = slotsOf(element).at(-1)?.right ?? 0;
    expect(end).to.be.closeTo(element.getBoundingClientRect().right, 1);
    const input = field(element).getBoundingClientRect();
    expect(input.right).to.be.closeTo(end, 1);
    expect(Math.floor(input.left)).to.be.at.most((lefts[0] ?? 0) - 44);
  });

  for (const own of [false, true]) {
    it(`has codes that read as they are meant, with ${own ? 'its own' : 'our'} messages (host page 8)`, async () => {
      if (own) translate();
      const element = await codeList({ codes: CODES });
      const items = allElements(element).filter((inner) => inner.matches('.code'));
      expect(items.map(fromTheLeft)).to.deep.equal(CODES);
    });
  }

  it('has codes on paper that read as they are meant, and sentences in their direction (host page 8)', async () => {
    let direction: string | undefined;
    const restore = printWith(() => {
      const sheet = printSheet();
      direction = (sheet as HTMLElement | null)?.dir;
      const items = [...(sheet?.shadowRoot?.querySelectorAll('li > *') ?? [])];
      expect(items.map((item) => getComputedStyle(item).direction)).to.deep.equal(
        CODES.map(() => 'ltr'),
      );
      window.dispatchEvent(new Event('afterprint'));
    });
    const element = await codeList({ codes: CODES });
    button(element, message('recovery-code-list.print')).click();
    restore();
    expect(direction).to.equal('ltr');
  });

  it('has a key that reads as it is meant (host page 8)', async () => {
    translate();
    const element = await show('mfa-enrollment', { backend: scriptedBackend() });
    const keyOf = () => allElements(element).find((inner) => inner.matches('.key'));
    await until(() => keyOf() !== undefined, 'no key');
    expect(getComputedStyle(keyOf() ?? element).direction).to.equal('ltr');
  });

  it('copies and saves codes without an invisible character (host page 8)', async () => {
    translate();
    const copied: string[] = [];
    Object.defineProperty(navigator, 'clipboard', {
      configurable: true,
      value: { writeText: (text: string) => Promise.resolve(copied.push(text)) },
    });
    const element = await codeList({ codes: CODES });
    const press = (part: string) =>
      element.shadowRoot?.querySelector<HTMLElement>(`[part~=${part}]`)?.click();
    press('copy');
    const saving = catchDownload();
    press('download');
    const { text } = await saving;
    Reflect.deleteProperty(navigator, 'clipboard');
    expect(copied).to.deep.equal([CODES.join('\n')]);
    expect(text.split('\n').slice(-5, -1)).to.deep.equal(CODES);
  });

  it('shows what is typed into a field in the direction of its letters (host page 8)', async () => {
    translate();
    const element = await show('mfa-authenticators', {
      backend: scriptedBackend({ state: 'verified' }),
    });
    await until(
      () => allElements(element).some((inner) => inner.matches('[part~=rename]')),
      'no pencil',
    );
    element.shadowRoot?.querySelector<HTMLElement>('[part~=rename]')?.click();
    await until(() => element.querySelector('input') !== null, 'no field');
    expect(getComputedStyle(field(element)).unicodeBidi).to.equal('plaintext');
  });
});

describe('a value in a message', () => {
  afterEach(() => setMessages(undefined));
  const heading = (issuer: string) =>
    msg(str`Recovery codes for ${issuer}`, { id: 'recovery-code-list.heading', desc: '' });

  it('is kept apart from a sentence that is written from right to left (host page 8)', () => {
    setMessages({ 'recovery-code-list.heading': 'קודים של {0} (חדשים)' });
    expect(heading(SAMPLE.issuer)).to.equal(`קודים של \u2068${SAMPLE.issuer}\u2069 (חדשים)`);
  });

  it('is kept apart if it is written so itself (host page 8)', () => {
    expect(heading('בנק (ישראל)')).to.include('\u2068בנק (ישראל)\u2069');
  });

  it('has nothing invisible around it otherwise (host page 8)', () => {
    expect(heading('Société Générale')).to.equal(
      message('recovery-code-list.heading', 'Société Générale'),
    );
  });
});
