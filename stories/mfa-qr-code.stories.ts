import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, waitFor } from 'storybook/test';
import { SAMPLE } from '../src/testing/index.js';
import { messages } from './support/find-message.js';
import { see, seePicture } from './support/person.js';

const render = ({ value, label }: { value?: string; label?: string }) =>
  html`<mfa-qr-code .value=${value ?? ''} label=${label ?? ''}></mfa-qr-code>`;

export default {
  title: 'Parts/mfa-qr-code',
  component: 'mfa-qr-code',
  tags: ['autodocs'],
  render,
  args: { label: 'QR-code voor je Authenticator-app' },
  parameters: {
    docs: {
      subtitle:
        'The QR code that the app scans, with the white edge that cameras need. The flow elements contain it; it also works on its own.',
    },
  },
} satisfies Meta;

const seesQrCode: NonNullable<StoryObj['play']> = ({ canvasElement: page, args }) =>
  seePicture(page, String(args.label));

export const Drawn: StoryObj = {
  args: { value: SAMPLE.otpauthUri },
  play: seesQrCode,
};

/** Long names need more modules. The image grows; the size of a module does not change. */
export const LongNames: StoryObj = {
  args: {
    value: `otpauth://totp/${'Stichting%20Voorbeeld'.repeat(3)}:profiklant%40voorbeeld.nl?secret=${SAMPLE.secret}&issuer=${'Stichting%20Voorbeeld'.repeat(3)}`,
  },
  play: seesQrCode,
};

/** A value that is not drawn, here because it is too long for any QR code. The key has to be shown near it. */
export const NotShown: StoryObj = {
  args: { value: `${SAMPLE.otpauthUri}&image=${'é'.repeat(1300)}` },
  play: ({ canvasElement: page }) => see(page, messages.qrCodeMissing),
};

/** A URI that apps would refuse is not drawn; the property `failed` is `true`. */
export const NotAnOtpauthUri: StoryObj = {
  args: { value: 'https://voorbeeld.nl' },
  play: ({ canvasElement: page }) =>
    waitFor(() => expect(page.querySelector('mfa-qr-code')?.failed).toBe(true)),
};
