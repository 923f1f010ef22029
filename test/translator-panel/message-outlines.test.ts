import { expect } from '@open-wc/testing';
import { MessageOutlines } from '../../stories/.storybook/translator-panel/message-outlines.js';
import { rectsOf, messageRows } from '../../stories/.storybook/translator-panel/message-rows.js';
import { challenge } from '../elements/challenge/challenge-page.js';

describe('the outlines on a picture', () => {
  const outlines = new MessageOutlines();
  afterEach(() => outlines.hide());

  const layer = () => document.querySelector<HTMLElement>('body > [popover]');
  const pieces = (selector: string) => [
    ...(layer()?.shadowRoot?.querySelectorAll<HTMLElement>(selector) ?? []),
  ];

  async function shown(complaint?: string) {
    const { element } = await challenge();
    const rows = (await messageRows(element, undefined, () => undefined)).map((row) => ({
      ...row,
      ...(complaint !== undefined && row.id === 'code.submit' && { complaint }),
    }));
    outlines.show(rows);
    return { element, rows };
  }

  it('have a number for each message, as the list has', async () => {
    const { rows } = await shown();
    expect(pieces('.number').map((number) => number.textContent)).to.have.members(
      rows.map(({ number }) => String(number)),
    );
  });

  it('surround their texts, even if the page is scrolled', async () => {
    const { element, rows } = await shown();
    element.style.marginTop = '300px';
    outlines.draw();
    const range = rows[0]?.places[0]?.ranges[0];
    const text = range && rectsOf(range)[0];
    const box = pieces('.box')[0]?.getBoundingClientRect();
    expect(text && box && box.top <= text.top && box.bottom >= text.bottom).to.equal(true);
  });

  it('are red if there is something to do, and only then', async () => {
    await shown('Not translated yet');
    expect(pieces('.box--wrong')).to.have.lengthOf(1);
    expect(pieces('.number--wrong')).to.have.lengthOf(1);
  });

  it('highlight the selected message', async () => {
    await shown();
    outlines.choose('code.submit');
    expect(pieces('.box--chosen')).to.have.lengthOf(1);
  });

  it('receive no click and are not read out', async () => {
    const { element } = await shown();
    const { left, top } = element.getBoundingClientRect();
    expect(document.elementFromPoint(left + 5, top + 5)?.closest('[popover]')).to.equal(null);
    expect(layer()?.ariaHidden).to.equal('true');
  });

  it('are removed when they are hidden', async () => {
    await shown();
    outlines.hide();
    expect(document.querySelectorAll('body > [popover]').length).to.equal(0);
  });
});
