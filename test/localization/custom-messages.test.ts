import { expect } from '@open-wc/testing';
import '../../src/elements/authenticators/mfa-authenticators.js';
import '../../src/elements/challenge/mfa-challenge.js';
import { nearestNames } from '../../src/backend/development/nearest-names.js';
import { setDevelopmentHooks } from '../../src/backend/http/development-hooks.js';
import { setLocale } from '../../src/localization/locale.js';
import { setMessages, type Messages } from '../../src/localization/custom-messages.js';
import { scriptedBackend } from '../../src/testing/index.js';
import { message } from '../support/message.js';
import { button, field, labelOf, show, text, until, untilText } from '../support/page.js';

const HEADING = 'challenge.code.heading';

const showChallenge = (properties: object = {}) =>
  show('mfa-challenge', { backend: scriptedBackend({ state: 'code-required' }), ...properties });

describe('the messages of the page', () => {
  const { error } = console;
  let logged: string[];

  beforeEach(() => {
    logged = [];
    console.error = (...given: unknown[]) => logged.push(given.join(' '));
  });

  afterEach(async () => {
    console.error = error;
    setMessages(undefined);
    await setLocale('nl');
  });

  it('replace those of the library, with the values in them', async () => {
    const messages = { [HEADING]: 'Nog één stap', 'code.label': 'Code ({0} cijfers)' };
    const element = await showChallenge({ messages });
    await untilText(element, 'Nog één stap');
    expect(labelOf(field(element))).to.equal('Code (6 cijfers)');
    button(element, message('code.submit'));
  });

  it('can be JSON in the page', async () => {
    const script = document.createElement('script');
    Object.assign(script, {
      type: 'application/json',
      id: 'words',
      text: JSON.stringify({ [HEADING]: 'Nog één stap' }),
    });
    document.body.append(script);
    const element = await showChallenge({ messages: 'words' });
    await untilText(element, 'Nog één stap');
    script.remove();
    expect(logged).to.deep.equal([]);
  });

  it('apply to every element, at once and in every language', async () => {
    const element = await showChallenge();
    await untilText(element, message('challenge.code.heading'));
    setMessages({ [HEADING]: 'Portal code' });
    await untilText(element, 'Portal code');
    await setLocale('en');
    await untilText(element, 'Verify code');
    await untilText(element, 'Portal code');
    setMessages(undefined);
    await untilText(element, 'Enter your code');
  });

  it('are removed with the element that owns them', async () => {
    const element = await showChallenge();
    const other = await showChallenge({ messages: { [HEADING]: 'Nog één stap' } });
    await untilText(element, 'Nog één stap');
    other.remove();
    await untilText(element, message('challenge.code.heading'));
  });

  it('are reported if they are invalid, and those of the library stay', async () => {
    setMessages({
      'challenge.code.headng': 'x',
      [HEADING]: ' ',
      'code.submit': 'Stuur {0}',
      'code.label': '{0} of {1}',
    });
    const element = await showChallenge();
    await untilText(element, message('challenge.code.heading'));
    expect(labelOf(field(element))).to.equal(message('code.label', 6));
    await until(() => logged.length === 4, 'not every mistake was reported');
    expect(logged).to.deep.equal([
      `<messages>: The message "${HEADING}" has to be a text.`,
      `<messages>: There is no message "challenge.code.headng". Load mfa-elements/development to see the nearest one.`,
      '<messages>: The message "code.submit" has no {0}: it holds no values.',
      '<messages>: The message "code.label" has no {1}: its values are {0} to {0}.',
    ]);
  });

  it('are reported with the nearest id, in development', async () => {
    setDevelopmentHooks({ check: () => undefined, observer: {}, nearestNames });
    setMessages({ 'challenge.code.headng': 'x' });
    await until(() => logged.length > 0, 'nothing was reported');
    setDevelopmentHooks(undefined);
    expect(logged).to.deep.equal([
      `<messages>: There is no message "challenge.code.headng". Is it "${HEADING}"?`,
    ]);
  });

  it('contain a date as often as they name it', async () => {
    const element = await show('mfa-authenticators', {
      backend: scriptedBackend({ state: 'verified' }),
      messages: { 'authenticators.linked-on': 'Op {0} en {0} gezien' },
    });
    await untilText(element, 'Op 12 januari 2026 en 12 januari 2026 gezien');
    setMessages({ 'authenticators.linked-on': 'Gekoppeld.' });
    await untilText(element, 'Gekoppeld.');
    expect(text(element)).not.to.include('12 januari 2026');
  });

  it('are not properties that every object has', async () => {
    setMessages(
      JSON.parse('{ "__proto__": { "code.label": "x" }, "constructor": "x" }') as Messages,
    );
    const element = await showChallenge();
    await untilText(element, message('challenge.code.heading'));
    expect(labelOf(field(element))).to.equal(message('code.label', 6));
    await until(() => logged.length === 2, 'not every mistake was reported');
  });

  it('are validated once if a framework sets the same in a new object at each render', async () => {
    const element = await showChallenge({ messages: { [HEADING]: 'Nog één stap', wrong: 'x' } });
    await untilText(element, 'Nog één stap');
    for (let render = 0; render < 3; render += 1) {
      element.messages = { [HEADING]: 'Nog één stap', wrong: 'x' };
      await element.updateComplete;
    }
    await until(() => logged.length > 0, 'nothing was reported');
    element.messages = { [HEADING]: 'Een stap nog' };
    await untilText(element, 'Een stap nog');
    expect(logged).to.have.length(1);
  });

  it('are reported if they cannot be read', async () => {
    const messages = Object.defineProperty({}, HEADING, {
      enumerable: true,
      get: () => {
        throw new Error('revoked');
      },
    });
    const element = await showChallenge({ messages });
    await untilText(element, message('challenge.code.heading'));
    expect(logged).to.deep.equal(['<mfa-challenge>: messages: It must be an object of strings.']);
  });

  it('are not quoted in the console: the id may be that of another script', async () => {
    const script = document.createElement('script');
    Object.assign(script, { type: 'application/json', id: 'words', text: 'JBSWY3DPEHPK3PXP' });
    document.body.append(script);
    const element = await showChallenge({ messages: 'words' });
    await untilText(element, message('challenge.code.heading'));
    script.remove();
    expect(logged).to.deep.equal([
      '<mfa-challenge>: messages="words": The script "words" is not valid JSON: load mfa-elements/development to see where.',
    ]);
  });

  for (const [what, json, hint] of [
    ['is not there', undefined, 'does not name a script'],
    ['is not JSON', '{', 'JSON'],
    ['is not an object', '"hello"', 'must contain an object'],
  ] as const) {
    it(`are reported if their script ${what}`, async () => {
      const script = document.createElement('script');
      if (json !== undefined)
        Object.assign(script, { type: 'application/json', id: 'words', text: json });
      document.body.append(script);
      const element = await showChallenge({ messages: 'words' });
      await untilText(element, message('challenge.code.heading'));
      script.remove();
      expect(logged).to.have.length(1);
      expect(logged[0]).to.include('<mfa-challenge>: messages="words"').and.to.include(hint);
    });
  }
});
