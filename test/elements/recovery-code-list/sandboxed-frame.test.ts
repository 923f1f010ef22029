import { expect } from '@open-wc/testing';
import { SAMPLE } from '../../../src/testing/index.js';
import { message } from '../../support/message.js';
import { button, until, untilText } from '../../support/page.js';
import { catchDownload } from '../../support/downloads.js';
import { printWith } from '../../support/printing.js';
import { appended } from '../code-input/framed-page.js';
import { codeList, printSheet } from './recovery-code-list-page.js';

const SCRIPT = new URL(
  '../../../src/elements/recovery-code-list/mfa-recovery-code-list.ts',
  import.meta.url,
);
const DOWNLOAD = message('recovery-code-list.download');
const PRINT = message('recovery-code-list.print');
const NOT_SAVED = message('recovery-code-list.download.refused');
const NOT_PRINTED = message('recovery-code-list.print.refused');

/** Shows the codes on a page in a frame. */
async function framed(sandbox: string | undefined) {
  const frame = document.createElement('iframe');
  if (sandbox !== undefined) frame.setAttribute('sandbox', sandbox);
  frame.srcdoc = `<!doctype html><html lang="nl"><title>A page</title><script type="module" src="${SCRIPT.href}"></script><mfa-recovery-code-list></mfa-recovery-code-list>`;
  await appended(frame);
  const page = frame.contentDocument;
  const element = page?.querySelector('mfa-recovery-code-list');
  if (!page || !element) throw new Error('the frame has no page');
  element.codes = SAMPLE.recoveryCodes;
  await element.updateComplete;
  return { page, element };
}

// The helpers for pages know only the objects of their own page.
const partOf = (element: HTMLElement, name: string): HTMLElement | null =>
  element.shadowRoot?.querySelector<HTMLElement>(`[part~=${name}]`) ?? null;

const announcedBy = ({ shadowRoot }: HTMLElement): string[] =>
  [...(shadowRoot?.querySelectorAll('[role=status]') ?? [])]
    .map((region) => region.textContent.trim())
    .filter(Boolean);

const untilAnnounced = (element: HTMLElement, expected: string): Promise<void> =>
  until(() => announcedBy(element).join() === expected, `it does not say: ${expected}`);

/** Returns what Ctrl+C would copy. */
function selected(element: HTMLElement): string[] {
  const tree = element.shadowRoot as { getSelection?: () => Selection | null } | null;
  const selection = tree?.getSelection?.() ?? element.ownerDocument.getSelection();
  return selection?.toString().split(/\s+/).filter(Boolean) ?? [];
}

describe('keeping recovery codes where a frame allows little', () => {
  it('says that nothing may have been saved, and selects the codes (host page 15)', async () => {
    const { element } = await framed('allow-scripts allow-same-origin');
    partOf(element, 'download')?.click();
    await untilAnnounced(element, NOT_SAVED);
    expect(selected(element)).to.deep.equal(SAMPLE.recoveryCodes);
  });

  it('says that nothing was printed, selects the codes and leaves no sheet (host page 15)', async () => {
    const { element, page } = await framed('allow-scripts allow-same-origin allow-downloads');
    partOf(element, 'print')?.click();
    await untilAnnounced(element, NOT_PRINTED);
    expect(selected(element)).to.deep.equal(SAMPLE.recoveryCodes);
    expect(page.querySelector('mfa-print-sheet')).to.equal(null);
    expect(page.adoptedStyleSheets).to.deep.equal([]);
  });

  it('says nothing of the kind if the frame allows it (host page 15)', async () => {
    for (const sandbox of [
      undefined,
      'allow-scripts allow-same-origin allow-modals allow-downloads',
    ]) {
      const { element, page } = await framed(sandbox);
      const view = page.defaultView;
      if (!view) throw new Error('the frame has no page');
      view.print = () => view.dispatchEvent(new Event('beforeprint'));
      let clicks = 0;
      Object.defineProperty(page.createElement('a').constructor.prototype, 'click', {
        value: () => (clicks += 1),
      });
      partOf(element, 'download')?.click();
      partOf(element, 'print')?.click();
      await element.updateComplete;
      await element.updateComplete;
      expect(clicks).to.equal(1);
      expect(announcedBy(element)).to.deep.equal([]);
    }
  });
});

describe('keeping recovery codes in a browser that cannot print', () => {
  let restore = (): void => undefined;
  afterEach(() => restore());

  for (const [what, print] of Object.entries<(() => void) | undefined>({
    'does nothing': () => undefined,
    throws: () => {
      throw new DOMException('', 'NotAllowedError');
    },
    'does not exist': undefined,
  })) {
    it(`says so if print() ${what} (host page 15)`, async () => {
      restore = printWith();
      Object.assign(window, { print });
      const element = await codeList();
      button(element, PRINT).click();
      await untilText(element, NOT_PRINTED);
      expect(selected(element)).to.deep.equal(SAMPLE.recoveryCodes);
      expect(printSheet()).to.equal(null);
    });
  }

  it('says nothing about codes that came after the press (host page 15)', async () => {
    restore = printWith(() => undefined);
    const element = await codeList();
    button(element, PRINT).click();
    element.codes = ['NIEU-WECO-DEDE-0001', 'NIEU-WECO-DEDE-0002'];
    await untilText(element, 'NIEU-WECO-DEDE-0001');
    void catchDownload();
    button(element, DOWNLOAD).click();
    button(element, PRINT).click();
    await untilText(element, NOT_PRINTED);
    expect(selected(element)).to.deep.equal(element.codes);
  });
});
