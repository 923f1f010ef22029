import { expect } from '@open-wc/testing';
import { MfaError } from '../../src/backend/mfa-error.js';
import '../../src/elements/authenticators/mfa-authenticators.js';
import '../../src/elements/challenge/mfa-challenge.js';
import { getLocale, setLocale } from '../../src/localization/locale.js';
import { scriptedBackend } from '../../src/testing/index.js';
import { message } from '../support/message.js';
import { button, field, fill, labelOf, show, text, until, untilText } from '../support/page.js';

const page = document.documentElement;

describe('the language of the page', () => {
  const before = page.lang;

  afterEach(async () => {
    page.lang = before;
    await until(() => getLocale() === 'nl', 'Dutch did not come back');
  });

  it('is Dutch if the page has no lang', () => {
    expect(before).to.equal('');
    expect(getLocale()).to.equal('nl');
  });

  it('can change later, and all messages on the screen change with it', async () => {
    const element = await show('mfa-challenge', {
      backend: scriptedBackend({ state: 'code-required' }),
    });
    await untilText(element, message('challenge.code.heading'));
    fill(field(element), '123');
    page.lang = 'en-GB';
    await untilText(element, 'Enter your code');
    button(element, 'Verify code');
    expect(labelOf(field(element))).to.equal('6-digit authorization code');
    expect(field(element).value).to.equal('123');
    page.lang = 'nl-BE';
    await untilText(element, message('challenge.code.heading'));
    expect(labelOf(field(element))).to.equal(message('code.label', 6));
  });

  for (const lang of ['nl_NL', 'dut', 'Dutch', ' nl ', 'nl_NL.UTF-8', 'nl-NL-formal']) {
    it(`is well-formed on the messages of a page with lang="${lang}" (host page 3)`, async () => {
      page.lang = lang;
      const element = await show('mfa-challenge', {
        backend: scriptedBackend({ state: 'code-required' }),
      });
      await untilText(element, /^Vul (je|uw) code in/);
      expect(field(element).closest(':lang(nl)')).not.to.equal(null);
      expect(element.shadowRoot?.querySelector('h2')?.closest(':lang(nl)')).not.to.equal(null);
    });
  }

  it('is English for a language that the library does not have', async () => {
    const element = await show('mfa-authenticators', {
      backend: scriptedBackend({ state: 'verified' }),
    });
    await untilText(element, message('authenticators.linked-on', '12 januari 2026'));
    page.lang = 'pl';
    await until(() => getLocale() === 'en', 'English did not come');
    await untilText(element, 'Linked on January 12, 2026');
  });

  it('changes the message of a failure that shows', async () => {
    const element = await show('mfa-authenticators', {
      backend: scriptedBackend({ on: { listAuthenticators: new MfaError('offline', '') } }),
    });
    await untilText(element, message('error.offline'));
    page.lang = 'en';
    await untilText(element, 'There is no internet connection.');
    expect(text(element)).not.to.include(message('error.offline'));
  });

  it('can be formal Dutch by choice, until the page gets another language', async () => {
    page.lang = 'nl';
    await setLocale('nl-x-formal');
    page.lang = 'nl-NL';
    const element = await show('mfa-challenge', {
      backend: scriptedBackend({ state: 'code-required' }),
    });
    await untilText(element, 'Vul uw code in');
    page.lang = 'en';
    await untilText(element, 'Enter your code');
    page.lang = 'nl';
    await untilText(element, message('challenge.code.heading'));
  });

  it('cannot be a locale that the library does not have', () => {
    expect(() => setLocale('pl' as 'nl')).to.throw('There is no locale "pl".');
  });

  it('can be chosen by a script of the page', async () => {
    await setLocale('en');
    expect(getLocale()).to.equal('en');
    await setLocale('nl');
  });
});
