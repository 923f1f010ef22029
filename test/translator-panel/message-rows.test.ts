import { expect } from '@open-wc/testing';
import '../support/define-all.js';
import { setMessages } from '../../src/index.js';
import { setPseudoLocale } from '../../stories/message-inspector/rendered-messages.js';
import type { TranslatedMessage } from '../../stories/.storybook/translator-panel/locale-data.js';
import { messageRows } from '../../stories/.storybook/translator-panel/message-rows.js';
import { challenge } from '../elements/challenge/challenge-page.js';
import { message } from '../support/message.js';

const translated = (given: Partial<TranslatedMessage>): TranslatedMessage => ({
  ...{ id: 'code.submit', note: 'Code field: button', source: 'Verify code' },
  ...{ targets: { nl: message('code.submit') }, stale: [], lines: { nl: 12 }, stories: [] },
  ...given,
});

/** Returns the row of the button "Verify code" for this state of its translation. */
async function rowOf(given: Partial<TranslatedMessage>, locale: string | undefined = 'nl') {
  const { element } = await challenge();
  const known = translated(given);
  const rows = await messageRows(element, locale, (id) =>
    id === known.id ? known : translated({ id }),
  );
  return rows.find(({ id }) => id === known.id);
}

describe('the row of a message', () => {
  it('has its number, its place, and its parts', async () => {
    const { number, note, source, pattern, lines, isUnseen } = (await rowOf({})) ?? {};
    expect({ note, source, pattern, lines, isUnseen }).to.deep.equal({
      note: 'Code field: button',
      source: 'Verify code',
      pattern: message('code.submit'),
      lines: { nl: 12 },
      isUnseen: false,
    });
    expect(number).to.be.above(1);
  });

  it('has no complaint if the translation is correct', async () => {
    expect((await rowOf({}))?.complaint).to.equal(undefined);
  });

  it('reports a missing translation', async () => {
    expect((await rowOf({ targets: { de: 'Code prüfen' } }))?.complaint).to.contain(
      'Not translated yet',
    );
  });

  it('reports a translation with other values', async () => {
    expect((await rowOf({ source: 'Verify {0}' }))?.complaint).to.equal(
      'Other values: the English has {0}, the translation none',
    );
  });

  it('reports that the English has changed', async () => {
    expect((await rowOf({ stale: ['nl'] }))?.complaint).to.contain('has changed');
  });

  it('has no complaint in English, which is not translated', async () => {
    const { element } = await challenge();
    const rows = await messageRows(element, undefined, () => undefined);
    expect(rows.flatMap(({ complaint }) => complaint ?? [])).to.deep.equal([]);
  });

  it('has no complaint for a text that the page sets', async () => {
    setMessages({ 'code.submit': 'Nakijken' });
    const row = await rowOf({ targets: {} });
    setMessages(undefined);
    expect(row).to.deep.include({ pattern: 'Nakijken' });
    expect(row?.complaint).to.equal(undefined);
  });
});

describe('a message is reported', () => {
  afterEach(() => setPseudoLocale(undefined));

  /** Returns the button's row on a narrow page, with a text that is this many times as long. */
  async function longRow(length: number, whiteSpace: string) {
    setPseudoLocale((pattern) => `${pattern} `.repeat(length));
    const { element } = await challenge();
    element.style.width = '320px';
    const button = element.shadowRoot?.querySelector<HTMLElement>('[part~=submit]');
    if (button) button.style.whiteSpace = whiteSpace;
    const rows = await messageRows(element, undefined, () => translated({}));
    return rows.find(({ id }) => id === 'code.submit');
  }

  it('if it does not fit', async () => {
    expect((await longRow(6, 'nowrap'))?.complaint).to.match(/^Does not fit: \d+ px over/);
  });

  it('if it makes a button three lines high', async () => {
    expect((await longRow(6, 'normal'))?.complaint).to.match(
      /^Too long for a button: \d lines, \d+\.\d times the English$/,
    );
  });

  it('not if it is long and fits', async () => {
    expect((await longRow(2, 'normal'))?.complaint).to.equal(undefined);
  });
});
