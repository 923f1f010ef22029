import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { SAMPLE } from '../src/testing/index.js';
import { see } from './support/person.js';

const render = ({ codes }: { codes?: readonly string[] }) =>
  html`<mfa-recovery-codes .codes=${codes ?? []}></mfa-recovery-codes>`;

export default {
  title: 'Parts/mfa-recovery-codes',
  component: 'mfa-recovery-codes',
  tags: ['autodocs'],
  render,
} satisfies Meta;

export const TenCodes: StoryObj = {
  args: { codes: SAMPLE.recoveryCodes },
  play: ({ canvasElement: page }) => see(page, SAMPLE.recoveryCodes[9]),
};

/** Some servers give long codes. */
export const LongCodes: StoryObj = {
  args: { codes: ['3f2a9c61-77d0-4e1b-9a35-c08e5d1f6b24', 'b91e4d07-2c58-4f6a-8e13-6a7d90c2f5e8'] },
  play: ({ canvasElement: page }) => see(page, 'b91e4d07-2c58-4f6a-8e13-6a7d90c2f5e8'),
};

/** Without codes it shows nothing. */
export const NoCodes: StoryObj = {};
