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
      subtitle: 'The recovery codes at the only moment they show, and the ways to keep them.',
    },
  },
} satisfies Meta;

export const TenCodes: StoryObj = {
  args: { codes: SAMPLE.recoveryCodes },
  play: ({ canvasElement: page }) => see(page, SAMPLE.recoveryCodes[9]),
};

/** Some servers give one code at a time. */
export const OneCode: StoryObj = {
  args: { codes: SAMPLE.recoveryCodes.slice(0, 1) },
  play: ({ canvasElement: page }) => see(page, SAMPLE.recoveryCodes[0]),
};

/** Some servers give long codes. */
export const LongCodes: StoryObj = {
  args: { codes: ['3f2a9c61-77d0-4e1b-9a35-c08e5d1f6b24', 'b91e4d07-2c58-4f6a-8e13-6a7d90c2f5e8'] },
  play: ({ canvasElement: page }) => see(page, 'b91e4d07-2c58-4f6a-8e13-6a7d90c2f5e8'),
};

/** Somebody wanted to go on before saying that the codes are kept. */
export const NotKeptYet: StoryObj = {
  ...TenCodes,
  play: async ({ canvasElement: page }) => {
    await see(page, SAMPLE.recoveryCodes[9]);
    page.querySelector('mfa-recovery-code-list')?.reportKept();
    await see(page, messages.keepFirst);
  },
};

/** Said for a few seconds. */
export const Copied: StoryObj = {
  ...TenCodes,
  tags: ['!autodocs'],
  beforeEach: () => replaceClipboard(() => Promise.resolve()),
  play: async ({ canvasElement: page }) => {
    await press(page, messages.copyAll);
    await see(page, messages.copied);
  },
};

/** The browser does not let a page copy: the codes are selected instead. */
export const CopyingRefused: StoryObj = {
  ...TenCodes,
  tags: ['!autodocs'],
  beforeEach: () => replaceClipboard(() => Promise.reject(new DOMException('', 'NotAllowedError'))),
  play: async ({ canvasElement: page }) => {
    await press(page, messages.copyAll);
    await see(page, messages.selected);
  },
};

/** Nor does the browser select what stands in a shadow tree, as some do not: that is left to do. */
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

/** The name of the file says what is in it, in the language of the page, and nothing of whose it is. */
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

/** On paper there is nothing but the codes and what they are; taken away when the page is touched. */
export const Printing: StoryObj = {
  ...TenCodes,
  tags: ['!autodocs'],
  beforeEach: () => {
    const print = window.print.bind(window);
    window.print = () => undefined;
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

define('paper-sheet', PaperSheetElement);

/** The sheet that comes out of the printer. */
export const OnPaper: StoryObj = {
  ...TenCodes,
  render: ({ codes }: { codes?: readonly string[] }) =>
    html`<paper-sheet .codes=${codes ?? []}></paper-sheet>`,
  play: ({ canvasElement: page }) => see(page, messages.onPaper),
};
