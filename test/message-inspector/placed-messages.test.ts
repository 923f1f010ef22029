import { expect, fixture, html } from '@open-wc/testing';
import { setLocale } from '../../src/index.js';
import type { MfaOperation } from '../../src/index.js';
import '../support/define-all.js';
import { SAMPLE, scriptedBackend, type ScriptedBackendOptions } from '../../src/testing/index.js';
import { setStoryLocale } from '../../stories/.storybook/translator-panel/set-story-locale.js';
import { messagesOnPage } from '../../stories/.storybook/translator-panel/messages-on-page.js';
import { textsAndAttributesIn } from '../../stories/message-inspector/flat-tree.js';
import { beginStory } from '../../stories/message-inspector/rendered-messages.js';
import { placedMessages } from '../../stories/message-inspector/placed-messages.js';
import { untranslatedTexts } from '../../stories/message-inspector/untranslated-texts.js';
import { message } from '../support/message.js';

const show = async (tag: string, options: ScriptedBackendOptions<MfaOperation>) => {
  const page = await fixture<HTMLElement>(html`<main></main>`);
  const element = Object.assign(document.createElement(tag), { backend: scriptedBackend(options) });
  page.append(element);
  const { flow } = element as unknown as { flow: { state: { step: string } } };
  while (/idle|loading|starting|checking/.test(flow.state.step)) {
    await new Promise((resolve) => setTimeout(resolve));
  }
  await (element as unknown as { updateComplete: Promise<boolean> }).updateComplete;
  return page;
};

const challenge = () => show('mfa-challenge', { state: 'code-required' });
const idsOn = async (page: Element) => (await placedMessages(page)).map(({ id }) => id);
const textsOn = (page: Element) =>
  [...textsAndAttributesIn(page)].map((item) =>
    'node' in item ? item.node.data : item.element.getAttribute(item.attribute),
  );

beforeEach(() => beginStory({}));
afterEach(() => setStoryLocale('nl'));

describe('the messages on a page', () => {
  it('are found with their place', async () => {
    const page = await challenge();
    const placed = await placedMessages(page);
    const button = placed.find(({ id }) => id === 'code.submit');
    expect(button?.pattern).to.equal(message('code.submit'));
    expect(button?.element.localName).to.equal('button');
    const [{ node, start, end } = { node: new Text(), start: 0, end: 0 }] = button?.ranges ?? [];
    expect(node.data.slice(start, end)).to.equal(message('code.submit'));
  });

  it('are found with their values separately', async () => {
    const label = (await placedMessages(await challenge())).find(({ id }) => id === 'code.label');
    expect(label).to.include({
      pattern: message('code.label', '{0}'),
      text: message('code.label', 6),
    });
  });

  it('are found in names that only a screen reader reads', async () => {
    const page = await show('mfa-authenticators', { state: 'verified' });
    const heard = (await placedMessages(page)).filter(
      ({ attribute }) => attribute === 'aria-label',
    );
    expect(heard.map(({ id }) => id)).to.include('authenticators.unlink.label');
  });

  it('are found on both sides of an element within the text', async () => {
    const page = await show('mfa-authenticators', {
      state: 'verified',
      authenticators: [SAMPLE.authenticator],
    });
    const linked = (await placedMessages(page)).find(({ id }) => id === 'authenticators.linked-on');
    expect(linked?.ranges.map(({ node }) => node.data.trim())).to.include(
      message('authenticators.linked-on', '').trim(),
    );
  });

  it('do not include those of a later step', async () => {
    expect(await idsOn(await challenge())).not.to.include('code.incomplete');
  });

  it('include one that is shown until the next action', async () => {
    const page = await challenge();
    page.querySelector('form')?.requestSubmit();
    await page.querySelector('mfa-code-input')?.updateComplete;
    expect(await idsOn(page)).to.include('code.incomplete');
  });

  it('are unchanged afterwards, and contain no marks', async () => {
    const page = await challenge();
    const before = textsOn(page);
    await placedMessages(page);
    expect(textsOn(page)).to.deep.equal(before);
    expect(before.join()).not.to.match(/[\u2060-\u2064]/);
  });

  it('never put marks in a field', async () => {
    const page = await challenge();
    const input = page.querySelector('input');
    const descriptor = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value');
    const written: string[] = [];
    if (input && descriptor) {
      Object.defineProperty(input, 'value', {
        get: () => descriptor.get?.call(input) as string,
        set: (value: string) => {
          written.push(value);
          descriptor.set?.call(input, value);
        },
      });
    }
    await placedMessages(page);
    expect(written.join()).not.to.match(/[\u2060-\u2064]/);
  });
});

describe('the requested messages', () => {
  const { renderedMessages } = messagesOnPage(() => undefined);

  it('are all of the story, shown or not', async () => {
    await challenge();
    expect(renderedMessages()).to.include.members(['code.submit', 'code.incomplete']);
  });

  it('are reset when a story starts, and only then', () => {
    const story = {};
    beginStory(story);
    expect(renderedMessages()).to.deep.equal([]);
  });
});

describe('in a pseudo-locale', () => {
  it('every word is between brackets', async () => {
    const page = await challenge();
    await setStoryLocale('en-XA');
    expect(textsOn(page)).to.include('⟦Ṽééŕîîƒý çööðéé⟧');
    expect(untranslatedTexts(page, [])).to.deep.equal([]);
  });

  it('the real locale is restored', async () => {
    const page = await challenge();
    await setStoryLocale('ar-XB');
    await setStoryLocale('en');
    expect(textsOn(page)).to.include('Verify code');
    await setStoryLocale('nl');
    expect(textsOn(page)).to.include(message('code.submit'));
  });

  it('a text that is not a message is found', async () => {
    const page = await challenge();
    await setStoryLocale('en-XA');
    page.querySelector('mfa-challenge')?.shadowRoot?.append('Hard-coded');
    expect(untranslatedTexts(page, [])).to.deep.equal([
      '“Hard-coded” in <mfa-challenge> of <mfa-challenge>',
    ]);
  });

  it('a name from the server is not reported', async () => {
    const page = await show('mfa-authenticators', { state: 'verified' });
    await setStoryLocale('en-XA');
    expect(untranslatedTexts(page, [SAMPLE.authenticator.name])).to.deep.equal([]);
  });

  it('the error of a field is translated too', async () => {
    const page = await challenge();
    page.querySelector('form')?.requestSubmit();
    await setStoryLocale('en-XA');
    expect(untranslatedTexts(page, [])).to.deep.equal([]);
  });

  it('a name that only a screen reader reads is checked too', async () => {
    const page = await challenge();
    await setStoryLocale('en-XA');
    const button = page.querySelector('mfa-challenge')?.shadowRoot?.querySelector('button');
    button?.setAttribute('aria-label', 'Go');
    expect(untranslatedTexts(page, [])).to.have.lengthOf(1);
  });
});

it('a locale of the library is the same with and without Storybook', async () => {
  const page = await challenge();
  await setStoryLocale('de');
  const inStorybook = textsOn(page);
  await setLocale('de');
  expect(textsOn(page)).to.deep.equal(inStorybook);
});
