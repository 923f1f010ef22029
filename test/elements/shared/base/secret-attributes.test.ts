import { expect } from '@open-wc/testing';
import '../../../../src/elements/challenge/mfa-challenge.js';
import '../../../../src/elements/qr-code/mfa-qr-code.js';
import '../../../../src/elements/recovery-code-list/mfa-recovery-code-list.js';
import { Idiomorph } from 'idiomorph';
import morphdom from 'morphdom';
import { ConsoleRecorder } from '../../../support/console-recorder.js';
import { show } from '../../../support/page.js';
import { undefinedPage } from '../../../support/undefined-page.js';

const SECRET = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP';
const URI = `otpauth://totp/Portal:alice?secret=${SECRET}&issuer=Portal`;
const CODES = ['AAAA-BBBB', 'CCCC-DDDD'];

/** An attribute with a secret, what the property is then, and what may be repeated nowhere. */
const CASES = [
  { tag: 'mfa-qr-code', name: 'value', text: URI, value: URI, secret: SECRET },
  {
    tag: 'mfa-recovery-code-list',
    name: 'codes',
    text: CODES.join(),
    value: CODES,
    secret: 'AAAA',
  },
  {
    tag: 'mfa-challenge',
    name: 'variables',
    text: '{"token":"geheim-kenmerk"}',
    value: { token: 'geheim-kenmerk' },
    secret: 'geheim',
  },
] as const;

type Loose = HTMLElement & Record<string, unknown> & { updateComplete: Promise<unknown> };

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;');

/** Returns the page with and around an element, and a copy of it, as text. */
const markupOf = (element: Element): string =>
  [element.outerHTML, (element.cloneNode(true) as Element).outerHTML].join();

describe('a secret that arrives as an attribute (host page 2)', () => {
  let logged: ConsoleRecorder;

  beforeEach(() => {
    logged = new ConsoleRecorder();
  });

  afterEach(() => {
    logged.stop();
  });

  for (const { tag, name, text, value, secret } of CASES) {
    const markup = `<${tag} ${name}="${escaped(text)}"></${tag}>`;

    function expectTaken(element: Loose): void {
      expect(element[name]).to.deep.equal(value);
      expect(markupOf(element)).not.to.contain(secret);
      expect(logged.messages.join()).not.to.contain(secret);
    }

    it(`is taken from <${tag}> in the markup, used, and warned of once`, async () => {
      const box = await show('mfa-text-field', {});
      box.insertAdjacentHTML('afterend', markup);
      const element = box.nextElementSibling as Loose;
      expectTaken(element);
      await element.updateComplete;
      expectTaken(element);
      const about = logged.messages.filter((it) => it.startsWith(`<${tag}>: The attribute`));
      expect(about).to.deep.equal([
        `<${tag}>: The attribute "${name}" held a secret and was removed: set the property "${name}" in a script.`,
      ]);
    });

    it(`is taken from <${tag}> when it is set later, and again`, async () => {
      const element = (await show(tag, {})) as unknown as Loose;
      await element.updateComplete;
      for (let time = 0; time < 3; time += 1) {
        element.setAttribute(name, text);
        expectTaken(element);
      }
      element.removeAttribute(name);
      expectTaken(element);
      expect(logged.messages.filter((it) => it.includes('The attribute'))).to.have.length(1);
    });

    it(`is taken from <${tag}> when the page is morphed`, async () => {
      const element = (await show(tag, {})) as unknown as Loose;
      await Idiomorph.morph(element, markup);
      expectTaken(element);
      morphdom(element, markup);
      expectTaken(element);
    });

    it(`is taken from <${tag}> when the definition arrives`, async () => {
      const page = await undefinedPage(markup);
      const element = page.document.querySelector<Loose>(tag);
      if (!element) throw new Error('the page is empty');
      await page.define(tag);
      expectTaken(element);
      await element.updateComplete;
      expectTaken(element);
    });

    it(`is not used on <${tag}> if the page has set the property too`, async () => {
      const page = await undefinedPage(markup);
      const element = page.document.querySelector<Loose>(tag);
      if (!element) throw new Error('the page is empty');
      const own = Array.isArray(value)
        ? ['EEEE-FFFF']
        : typeof value === 'string'
          ? ''
          : { a: 'b' };
      element[name] = own;
      await page.define(tag);
      expect(element[name]).to.deep.equal(own);
      expect(markupOf(element)).not.to.contain(secret);
    });
  }

  for (const [text, codes] of [
    ['["AAAA-BBBB", "CCCC-DDDD"]', CODES],
    ['AAAA-BBBB,CCCC-DDDD', CODES],
    ['AAAA-BBBB, CCCC-DDDD', CODES],
    ['\n  AAAA-BBBB\n  CCCC-DDDD\n', CODES],
    ['AAAA-BBBB;CCCC-DDDD', CODES],
    ['[12345678, "00345678"]', ['12345678', '00345678']],
    ['12345678', ['12345678']],
    ['', []],
    ['[]', []],
  ] as const) {
    it(`lists the codes of ${JSON.stringify(text)}`, async () => {
      const element = await show('mfa-recovery-code-list', {});
      element.setAttribute('codes', text);
      expect(element.codes).to.deep.equal(codes);
      await element.updateComplete;
      const shown = [...(element.shadowRoot?.querySelectorAll('li') ?? [])];
      expect(shown.map((it) => it.textContent)).to.deep.equal(codes);
    });
  }

  it('and unreadable variables change nothing', async () => {
    const element = await show('mfa-challenge', { variables: { token: 'a' } });
    for (const text of ['[object Object]', '', '[]', '1', 'null']) {
      element.setAttribute('variables', text);
      expect(element.variables).to.deep.equal({ token: 'a' });
      expect(element.hasAttribute('variables')).to.equal(false);
    }
  });

  it('is no list of codes if a framework sets none', async () => {
    const element = await show('mfa-recovery-code-list', { codes: CODES });
    for (const none of [undefined, null]) {
      element.codes = none;
      await element.updateComplete;
      expect(element.codes).to.deep.equal([]);
    }
    element.codes = CODES.join();
    expect(element.codes).to.deep.equal(CODES);
  });
});
