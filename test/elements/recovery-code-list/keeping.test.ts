import { expect } from '@open-wc/testing';
import { SAMPLE } from '../../../src/testing/index.js';
import { catchDownload } from '../../support/downloads.js';
import { message } from '../../support/message.js';
import { announced, button, buttons, untilText } from '../../support/page.js';
import { printWith } from '../../support/printing.js';
import { codeList, printSheet } from './recovery-code-list-page.js';

const codes = SAMPLE.recoveryCodes;
const COPY = message('recovery-code-list.copy.other');
const HEADING = message('recovery-code-list.heading', 'ProfiPortaal');
const MADE = message('recovery-codes.generated', '2 maart 2026');
const USE = message('recovery-codes.use');

/** Puts this in place of the browser's clipboard. */
const clipboard = (writeText: (text: string) => Promise<unknown>) =>
  Object.defineProperty(navigator, 'clipboard', { configurable: true, value: { writeText } });

/** What Ctrl+C would copy. A selection in a shadow tree is told by that tree where browsers can. */
function selectedIn({ shadowRoot }: HTMLElement): string {
  const tree = shadowRoot as { getSelection?: () => Selection | null } | null;
  return (tree?.getSelection?.() ?? getSelection())?.toString() ?? '';
}

describe('keeping recovery codes', () => {
  let printed: string[];
  let restore: () => void;

  beforeEach(() => {
    printed = [];
    restore = printWith(() => {
      const sheet = printSheet()?.shadowRoot;
      printed = [...(sheet?.querySelectorAll('h1, p, li') ?? [])].map((it) =>
        it.textContent.trim(),
      );
      window.dispatchEvent(new Event('afterprint'));
    });
  });
  afterEach(() => {
    Reflect.deleteProperty(navigator, 'clipboard');
    restore();
    getSelection()?.removeAllRanges();
  });

  it('can be done in three ways', async () => {
    const element = await codeList();
    expect(buttons(element)).to.deep.equal([
      COPY,
      message('recovery-code-list.download'),
      message('recovery-code-list.print'),
    ]);
  });

  it('copies them together, one a line', async () => {
    const copied: string[] = [];
    clipboard((text) => Promise.resolve(copied.push(text)));
    const element = await codeList();
    button(element, COPY).click();
    await untilText(element, message('copy.done'));
    expect(copied).to.deep.equal([codes.join('\n')]);
    expect(announced(element)).to.deep.equal([message('copy.done')]);
  });

  it('selects them where the browser does not copy, and claims nothing (C14)', async () => {
    clipboard(() => Promise.reject(new DOMException('', 'NotAllowedError')));
    const element = await codeList();
    button(element, COPY).click();
    await untilText(element, message('copy.selected'));
    expect(announced(element)).to.have.length(1);
    expect(announced(element)[0]).not.to.include(message('copy.done'));
    expect(selectedIn(element).split(/\s+/).filter(Boolean)).to.deep.equal(codes);
  });

  it('claims nothing of codes that came after the press (C14)', async () => {
    let finish = (): void => undefined;
    clipboard(() => new Promise<void>((resolve) => (finish = resolve)));
    const element = await codeList();
    button(element, COPY).click();
    element.codes = ['NIEU-WECO-DEDE-0001', 'NIEU-WECO-DEDE-0002'];
    await untilText(element, 'NIEU-WECO-DEDE-0001');
    finish();
    await Promise.resolve();
    await element.updateComplete;
    expect(announced(element)).to.deep.equal([]);
    button(element, COPY).click();
    finish();
    await untilText(element, message('copy.done'));
    element.codes = ['NIEU-WECO-DEDE-0003', 'NIEU-WECO-DEDE-0004'];
    await untilText(element, 'NIEU-WECO-DEDE-0003');
    expect(announced(element)).to.deep.equal([]);
  });

  it('saves a text file that says what they are but not whose (C13)', async () => {
    const element = await codeList();
    const saving = catchDownload();
    button(element, message('recovery-code-list.download')).click();
    const file = await saving;
    expect(file.name).to.equal(message('recovery-code-list.file-name'));
    expect(file.text).to.equal([HEADING, MADE, '', USE, '', ...codes, ''].join('\n'));
    expect(file.text).not.to.include(SAMPLE.account);
  });

  it('prints them with what they are, and nothing else', async () => {
    const element = await codeList();
    button(element, message('recovery-code-list.print')).click();
    expect(printed).to.deep.equal([HEADING, MADE, USE, ...codes]);
    expect(printSheet()).to.equal(null);
  });

  it('names the site by its host, and today, where the page does not say', async () => {
    const element = await codeList();
    Object.assign(element, { issuer: undefined, createdAt: undefined });
    button(element, message('recovery-code-list.print')).click();
    const today = new Intl.DateTimeFormat('nl', { dateStyle: 'long' }).format(new Date());
    expect(printed.slice(0, 2)).to.deep.equal([
      message('recovery-code-list.heading', location.hostname),
      message('recovery-codes.generated', today),
    ]);
  });

  it('keeps them with the day they came when the page gives no real one', async () => {
    const element = await codeList({ createdAt: new Date(Number.NaN) });
    button(element, message('recovery-code-list.print')).click();
    const today = new Intl.DateTimeFormat('nl', { dateStyle: 'long' }).format(new Date());
    expect(printed).to.deep.equal([
      HEADING,
      message('recovery-codes.generated', today),
      USE,
      ...codes,
    ]);
  });

  it('prints a name with markup in it as it is written (C21)', async () => {
    const element = await codeList({ issuer: '<img src=x onerror=alert(1)>' });
    button(element, message('recovery-code-list.print')).click();
    expect(printed[0]).to.equal(
      message('recovery-code-list.heading', '<img src=x onerror=alert(1)>'),
    );
  });
});
