import { expect } from '@open-wc/testing';
import '../../../../src/elements/challenge/mfa-challenge.js';
import '../../../../src/elements/login/mfa-login.js';
import { scriptedBackend } from '../../../../src/testing/index.js';
import { hearEvents } from '../../../support/events.js';
import { message } from '../../../support/message.js';
import { buttons, show, text, until, untilText } from '../../../support/page.js';

const SENTENCE = message('error.misconfigured');

describe('an element that is set up wrongly', () => {
  const { error } = console;
  const events = hearEvents();
  let logged: string[];

  beforeEach(() => {
    logged = [];
    console.error = (...given: unknown[]) => logged.push(given.join(' '));
  });

  afterEach(() => {
    console.error = error;
  });

  for (const [what, properties, hint] of [
    ['no address of the backend', {}, 'Set base-url to where the backend is'],
    ['an unknown preset', { baseUrl: '/api', preset: 'mfa-element' }, 'mfa-elements'],
    ['a configuration that is not there', { baseUrl: '/api', config: 'mfa' }, 'config="mfa"'],
    ['an address that is none', { baseUrl: 'ftp://x/' }, 'base-url must be an http(s) URL.'],
  ] as const) {
    it(`shows a message to the user and to the page's owner about ${what}`, async () => {
      const element = await show('mfa-challenge', properties);
      await untilText(element, SENTENCE);
      expect(text(element)).to.include(`<mfa-challenge>:`).and.to.include(hint);
      expect(buttons(element)).to.deep.equal([]);
      expect(logged).to.have.length(1);
      expect(logged[0]).to.include('<mfa-challenge>:').and.to.include(hint);
      await expect(element).to.be.accessible();
    });
  }

  for (const [what, definition] of [
    [
      'contains itself',
      () => {
        const operations: Record<string, unknown> = {};
        operations.verify = operations;
        return { operations };
      },
    ],
    ['holds a BigInt', () => ({ operations: {}, timeout: 1n })],
    [
      'cannot be read',
      () =>
        new Proxy(
          { operations: {} },
          {
            ownKeys: () => {
              throw new Error('geheim');
            },
          },
        ),
    ],
  ] as const) {
    it(`says that a definition is no data if it ${what}, and not to the script that sets it`, async () => {
      const element = await show('mfa-challenge', { baseUrl: '/api' });
      for (const given of [definition(), definition()]) {
        expect(() => Object.assign(element, { definition: given })).not.to.throw();
      }
      await untilText(element, 'The backend definition is not JSON data');
      expect(text(element)).to.include(SENTENCE);
      expect(logged.join()).not.to.include('geheim');
      element.definition = { operations: { verify: { request: 'POST /verify' } } };
      await untilText(element, message('challenge.code.heading'));
    });
  }

  it('says where the JSON of a configuration stops being JSON', async () => {
    const script = document.createElement('script');
    Object.assign(script, { type: 'application/json', id: 'mfa', text: '{"operations": }' });
    document.body.append(script);
    const element = await show('mfa-challenge', { baseUrl: '/api', config: 'mfa' });
    await untilText(element, SENTENCE);
    expect(logged).to.have.length(1);
    expect(logged[0]).to.include('not valid JSON');
    script.remove();
  });

  it('works as soon as it is set up correctly', async () => {
    const element = await show('mfa-challenge', {});
    await untilText(element, SENTENCE);
    element.backend = scriptedBackend({ state: 'code-required' });
    await untilText(element, message('challenge.code.heading'));
    expect(text(element)).not.to.include(SENTENCE);
    expect(logged).to.have.length(1);
  });

  it('says which operation the backend lacks, once', async () => {
    const backend = scriptedBackend({ without: ['status'] });
    const element = await show('mfa-login', { backend });
    await untilText(element, SENTENCE);
    expect(text(element)).to.include('The backend has no operation "status"');
    expect(logged).to.have.length(1);
    expect(events.heard.last('mfa-error')?.detail).to.deep.equal({
      kind: 'misconfigured',
      operation: 'status',
    });
  });

  it('reports every new mistake', async () => {
    const element = await show('mfa-challenge', {});
    await untilText(element, SENTENCE);
    element.baseUrl = 'ftp://x/';
    await until(() => logged.length === 2, 'the second mistake is not reported');
    await untilText(element, 'base-url must be an http(s) URL.');
  });
});
