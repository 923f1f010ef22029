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

/** Replaces the clipboard of the browser. */
const clipboard = (writeText: (text: string) => Promise<unknown>) =>
  Object.defineProperty(navigator, 'clipboard', { configurable: true, value: { writeText } });

/** Returns what Ctrl+C would copy. A selection in a shadow tree is read from that tree if the browser supports it. */
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

  it('is possible in three ways', async () => {
    const element = await codeList();
    expect(buttons(element)).to.deep.equal([
      COPY,
      message('recovery-code-list.download'),
      message('recovery-code-list.print'),
    ]);
  });

  it('copies them together, one per line', async () => {
    const copied: string[] = [];
    clipboard((text) => Promise.resolve(copied.push(text)));
    const element = await codeList();
    button(element, COPY).click();
    await untilText(element, message('copy.done'));
    expect(copied).to.deep.equal([codes.join('\n')]);
    expect(announced(element)).to.deep.equal([message('copy.done')]);
  });

  it('selects them if the browser does not copy, and claims nothing (C14)', async () => {
    clipboard(() => Promise.reject(new DOMException('', 'NotAllowedError')));
    const element = await codeList();
    button(element, COPY).click();
    await untilText(element, message('copy.selected'));
    expect(announced(element)).to.have.length(1);
    expect(announced(element)[0]).not.to.include(message('copy.done'));
    expect(selectedIn(element).split(/\s+/).filter(Boolean)).to.deep.equal(codes);
  });

  it('claims nothing about codes that came after the press (C14)', async () => {
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

  it('contains the host of the site and the current date if the page gives none', async () => {
    const element = await codeList();
    Object.assign(element, { issuer: undefined, createdAt: undefined });
    button(element, message('recovery-code-list.print')).click();
    const today = new Intl.DateTimeFormat('nl', { dateStyle: 'long' }).format(new Date());
    expect(printed.slice(0, 2)).to.deep.equal([
      message('recovery-code-list.heading', location.hostname),
      message('recovery-codes.generated', today),
    ]);
  });

  it('contains the date of arrival if the page gives an invalid date', async () => {
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

  it('prints markup in a name as text (C21)', async () => {
    const element = await codeList({ issuer: '<img src=x onerror=alert(1)>' });
    button(element, message('recovery-code-list.print')).click();
    expect(printed[0]).to.equal(
      message('recovery-code-list.heading', '<img src=x onerror=alert(1)>'),
    );
  });
});
