import { expect } from '@open-wc/testing';
import '../../../src/elements/login/mfa-login.js';
import '../../../src/elements/qr-code/mfa-qr-code.js';
import '../../../src/elements/recovery-code-list/mfa-recovery-code-list.js';
import { getLocale, setLocale, type Locale } from '../../../src/localization/locale.js';
import { SAMPLE, scriptedBackend } from '../../../src/testing/index.js';
import { message } from '../../support/message.js';
import { field, heading, show, until, untilText } from '../../support/page.js';

/** Returns the language of a node as a browser determines it: its own tree first, then the host. */
function languageOf(element: Element | null | undefined): string {
  if (!element) return 'nothing';
  const own = element.closest('[lang]')?.getAttribute('lang');
  if (own != null) return own;
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? languageOf(root.host) : '';
}

const HELP = '<p slot="help">Zadzwoń do nas.</p>';

describe('A20: the language in which the texts of an element are read out', () => {
  afterEach(async () => {
    document.documentElement.lang = 'nl';
    await setLocale('nl');
  });

  async function enrollmentIn(language: string, locale: Locale, expected: string) {
    document.documentElement.lang = language;
    await until(() => getLocale() === locale, 'the locale did not change');
    const backend = scriptedBackend();
    const element = await show('mfa-login', { backend }, HELP);
    await untilText(element, expected);
    const step = element.querySelector('mfa-enrollment');
    return { element, step };
  }

  it('is that of the page if it is supported', async () => {
    const { element } = await enrollmentIn('en-GB', 'en', 'Link your authenticator app');
    expect(languageOf(heading(element))).to.equal('en-GB');
    expect(languageOf(field(element))).to.equal('en-GB');
  });

  it('is English on a page in an unsupported language', async () => {
    const { element } = await enrollmentIn('pl', 'en', 'Link your authenticator app');
    expect(languageOf(heading(element))).to.equal('en');
    expect(languageOf(field(element))).to.equal('en');
    expect(languageOf(element.querySelector('form label') ?? field(element))).to.equal('en');
  });

  it('is Dutch on a page without a language', async () => {
    document.documentElement.removeAttribute('lang');
    await setLocale('nl');
    const element = await show('mfa-login', { backend: scriptedBackend() });
    await untilText(element, message('enrollment.heading'));
    expect(languageOf(heading(element))).to.equal('nl');
  });

  it('has no private variant, which no screen reader supports', async () => {
    document.documentElement.lang = 'pl';
    await until(() => getLocale() === 'en', 'the locale did not change');
    await setLocale('nl-x-formal');
    const element = await show('mfa-login', { backend: scriptedBackend() });
    await untilText(element, 'Koppel uw Authenticator-app');
    expect(languageOf(heading(element))).to.equal('nl');
    expect(languageOf(field(element))).to.equal('nl');
  });

  it('is also set on recovery codes or a QR code outside a flow', async () => {
    document.documentElement.lang = 'pl';
    await until(() => getLocale() === 'en', 'the locale did not change');
    const list = await show('mfa-recovery-code-list', { codes: SAMPLE.recoveryCodes });
    await untilText(list, 'I have kept my recovery codes');
    expect(languageOf(list.shadowRoot?.querySelector('label'))).to.equal('en');
    const drawing = await show('mfa-qr-code', { value: SAMPLE.otpauthUri });
    await drawing.updateComplete;
    expect(languageOf(drawing.shadowRoot?.querySelector('svg'))).to.equal('en');
    drawing.label = 'Kod QR';
    await drawing.updateComplete;
    expect(languageOf(drawing.shadowRoot?.querySelector('svg'))).to.equal('pl');
  });

  it('changes with the page', async () => {
    const { element } = await enrollmentIn('pl', 'en', 'Link your authenticator app');
    document.documentElement.lang = 'nl';
    await untilText(element, message('enrollment.heading'));
    expect(languageOf(heading(element))).to.equal('nl');
    expect(languageOf(field(element))).to.equal('nl');
  });

  it('is that of the page for the markup of the author', async () => {
    const { element } = await enrollmentIn('pl', 'en', 'Link your authenticator app');
    expect(languageOf(element.querySelector('[slot=help]'))).to.equal('pl');
  });
});
