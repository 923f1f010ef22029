import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, fn } from 'storybook/test';
import { define } from '../src/elements/shared/base/define.js';
import { SAMPLE } from '../src/testing/index.js';
import { replaceClipboard } from './support/clipboard.js';
import { PaperSheetElement } from './support/paper-sheet.js';
import { press, see } from './support/person.js';
import { renderedTexts, messages } from './support/find-message.js';

const render = ({ codes }: { codes?: readonly string[] }) =>
  html`<mfa-recovery-code-list
    .codes=${codes ?? []}
    .issuer=${SAMPLE.issuer}
  ></mfa-recovery-code-list>`;

export default {
  title: 'Parts/mfa-recovery-code-list',
  component: 'mfa-recovery-code-list',
  tags: ['autodocs'],
  render,
  parameters: {
    docs: {
      subtitle: 'The recovery codes, which are shown once, and the ways to store them.',
    },
  },
} satisfies Meta;

export const TenCodes: StoryObj = {
  args: { codes: SAMPLE.recoveryCodes },
  play: ({ canvasElement: page }) => see(page, SAMPLE.recoveryCodes[9]),
};

/** Some servers return one code at a time. */
export const OneCode: StoryObj = {
  args: { codes: SAMPLE.recoveryCodes.slice(0, 1) },
  play: ({ canvasElement: page }) => see(page, SAMPLE.recoveryCodes[0]),
};

/** Some servers return long codes. */
export const LongCodes: StoryObj = {
  args: { codes: ['3f2a9c61-77d0-4e1b-9a35-c08e5d1f6b24', 'b91e4d07-2c58-4f6a-8e13-6a7d90c2f5e8'] },
  play: ({ canvasElement: page }) => see(page, 'b91e4d07-2c58-4f6a-8e13-6a7d90c2f5e8'),
};

/** The user tries to continue without confirming that the codes are stored. */
export const NotKeptYet: StoryObj = {
  ...TenCodes,
  play: async ({ canvasElement: page }) => {
    await see(page, SAMPLE.recoveryCodes[9]);
    page.querySelector('mfa-recovery-code-list')?.reportKept();
    await see(page, messages.keepFirst);
  },
};

/** The message is shown for a few seconds. */
export const Copied: StoryObj = {
  ...TenCodes,
  tags: ['!autodocs'],
  beforeEach: () => replaceClipboard(() => Promise.resolve()),
  play: async ({ canvasElement: page }) => {
    await press(page, messages.copyAll);
    await see(page, messages.copied);
  },
};

/** The browser does not allow copying: the codes are selected instead. */
export const CopyingRefused: StoryObj = {
  ...TenCodes,
  tags: ['!autodocs'],
  beforeEach: () => replaceClipboard(() => Promise.reject(new DOMException('', 'NotAllowedError'))),
  play: async ({ canvasElement: page }) => {
    await press(page, messages.copyAll);
    await see(page, messages.selected);
  },
};

/** Some browsers cannot select text in a shadow tree either. Then the user has to select it. */
export const CopyingAndSelectingRefused: StoryObj = {
  ...CopyingRefused,
  beforeEach: () => {
    const restoreClipboard = replaceClipboard();
    const select = window.getSelection.bind(window);
    window.getSelection = () => null;
    return () => {
      window.getSelection = select;
      restoreClipboard();
    };
  },
  play: async ({ canvasElement: page }) => {
    await press(page, messages.copyAll);
    await see(page, messages.selectIt);
  },
};

const save = fn<(fileName: string) => void>();

/** The name of the file is in the language of the page and does not contain a personal name. */
export const Saving: StoryObj = {
  ...TenCodes,
  tags: ['!autodocs'],
  beforeEach: () => {
    HTMLAnchorElement.prototype.click = function () {
      save(this.download);
    };
    return () => Reflect.deleteProperty(HTMLAnchorElement.prototype, 'click');
  },
  play: async ({ canvasElement: page }) => {
    await press(page, messages.download);
    await expect(save).toHaveBeenCalledWith(renderedTexts(messages.fileName).at(-1));
  },
};

/** The printed page has only the codes and a heading. It is removed when the user returns to the page. */
export const Printing: StoryObj = {
  ...TenCodes,
  tags: ['!autodocs'],
  beforeEach: () => {
    const print = window.print.bind(window);
    window.print = () => window.dispatchEvent(new Event('beforeprint'));
    return () => {
      window.print = print;
      document.body.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true }));
    };
  },
  play: async ({ canvasElement: page }) => {
    await press(page, messages.print);
    const sheet = document.querySelector('mfa-print-sheet')?.shadowRoot;
    await expect(sheet?.textContent).toContain(SAMPLE.recoveryCodes[9]);
  },
};

/** A sandboxed frame may forbid to save files, and nothing says so: the codes are selected instead. */
export const SavingRefused: StoryObj = {
  ...Saving,
  beforeEach: () => {
    HTMLAnchorElement.prototype.click = () => undefined;
    const { origin } = window;
    // The origin of such a frame.
    Object.defineProperty(window, 'origin', { configurable: true, value: 'null' });
    return () => {
      Object.defineProperty(window, 'origin', { configurable: true, value: origin });
      Reflect.deleteProperty(HTMLAnchorElement.prototype, 'click');
    };
  },
  play: async ({ canvasElement: page }) => {
    await press(page, messages.download);
    await see(page, messages.savingRefused);
  },
};

/** In a sandboxed frame, and in the browser of an app, nothing happens on "Print". */
export const PrintingRefused: StoryObj = {
  ...Printing,
  beforeEach: () => {
    const print = window.print.bind(window);
    window.print = () => undefined;
    return () => {
      window.print = print;
    };
  },
  play: async ({ canvasElement: page }) => {
    await press(page, messages.print);
    await see(page, messages.printingRefused);
  },
};

define('paper-sheet', PaperSheetElement);

/** The printed page. */
export const OnPaper: StoryObj = {
  ...TenCodes,
  render: ({ codes }: { codes?: readonly string[] }) =>
    html`<paper-sheet .codes=${codes ?? []}></paper-sheet>`,
  play: ({ canvasElement: page }) => see(page, messages.onPaper),
};
