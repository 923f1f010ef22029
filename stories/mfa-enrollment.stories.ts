import type { Meta } from '@storybook/web-components-vite';
import type { MfaError, MfaErrorKind } from '../src/index.js';
import type { EnrollmentState } from '../src/flow/enrollment.js';
import { SAMPLE } from '../src/testing/index.js';
import {
  codeAsked,
  eitherAsked,
  lastTry,
  lockedForAWhile,
  passwordAsked,
  tooManyTries,
} from './support/errors.js';
import { flowMeta, renderFlow, type FlowStory } from './support/flow-story.js';
import { onAPhone } from './support/handheld.js';
import {
  keepRecoveryCodes,
  press,
  see,
  seeError,
  seePicture,
  submitCode,
  submitPassword,
} from './support/person.js';
import { words } from './support/words.js';

type Story = FlowStory<EnrollmentState>;

export default {
  ...flowMeta,

  title: 'Flows/mfa-enrollment',
  component: 'mfa-enrollment',
  render: renderFlow('mfa-enrollment'),
  parameters: { flow: 'enrollment' },
} satisfies Meta;

/** The step with everything in it: get the app, scan, enter the code. */
export const Scanning: Story = {
  tags: ['autodocs'],
  parameters: { step: 'scanning' },
  play: ({ canvasElement: page }) => seePicture(page, words.qrCode),
};

/** The app is most likely on this very device, so the link that opens it comes first. */
export const ScanningOnAPhone: Story = {
  parameters: { step: 'scanning' },
  beforeEach: onAPhone,
  play: ({ canvasElement: page }) => see(page, words.openApp),
};

export const Starting: Story = {
  tags: ['autodocs'],
  parameters: { step: 'starting', held: 'startEnrollment' },
  play: ({ canvasElement: page }) => see(page, words.qrCodeMade),
};

export const Incomplete: Story = {
  parameters: { step: 'scanning' },
  play: async ({ canvasElement: page }) => {
    await submitCode(page, '123');
    await see(page, words.codeIncomplete);
  },
};

const refused = (error: MfaErrorKind | MfaError): Story => ({
  parameters: { step: 'scanning', backend: { on: { confirmEnrollment: error } } },
  play: async ({ canvasElement: page }) => {
    await submitCode(page);
    await seeError(page, error);
  },
});

export const WrongCode = refused('invalid-code');
export const WrongCodeInTheDark: Story = { ...WrongCode, globals: { theme: 'dark' } };
export const WrongCodeLastTry = refused(lastTry);
export const CodeReused = refused('code-reused');
export const TooManyTries = refused(tooManyTries);
export const Locked = refused(lockedForAWhile);
export const Offline = refused('offline');

export const Confirming: Story = {
  parameters: { step: 'confirming', held: 'confirmEnrollment' },
  play: async ({ canvasElement: page }) => {
    await submitCode(page);
    await see(page, words.busy);
  },
};

export const Expired: Story = {
  parameters: { step: 'expired', backend: { on: { confirmEnrollment: 'enrollment-expired' } } },
  play: async ({ canvasElement: page }) => {
    await submitCode(page);
    await see(page, words.expired);
  },
};

export const Linked: Story = {
  parameters: { step: 'enrolled' },
  play: async ({ canvasElement: page }) => {
    await submitCode(page);
    await see(page, words.linked);
  },
};

export const LinkedInTheDark: Story = { ...Linked, globals: { theme: 'dark' } };

/** The server gives no recovery codes. */
export const LinkedWithoutRecoveryCodes: Story = {
  parameters: {
    step: 'enrolled',
    backend: { on: { confirmEnrollment: { authenticator: SAMPLE.authenticator } } },
  },
  play: Linked.play,
};

/** The person goes on without saying that the recovery codes are kept. */
export const LinkedCodesNotKept: Story = {
  parameters: { step: 'enrolled' },
  play: async ({ canvasElement: page }) => {
    await submitCode(page);
    await press(page, words.goOn);
    await see(page, words.keepFirst);
  },
};

export const Done: Story = {
  parameters: { step: 'done' },
  play: async ({ canvasElement: page }) => {
    await submitCode(page);
    await keepRecoveryCodes(page);
    await see(page, words.linked);
  },
};

const asksProof = (error: MfaError): Story['parameters'] => ({
  step: 'proving',
  backend: { on: { startEnrollment: error } },
});

export const PasswordAsked: Story = {
  parameters: asksProof(passwordAsked),
  play: ({ canvasElement: page }) => see(page, words.password),
};

export const CodeAsked: Story = {
  parameters: asksProof(codeAsked),
  play: ({ canvasElement: page }) => see(page, words.code),
};

export const PasswordOrCodeAsked: Story = {
  parameters: asksProof(eitherAsked),
  play: ({ canvasElement: page }) => see(page, words.useCodeFromApp),
};

export const WrongPassword: Story = {
  parameters: asksProof(passwordAsked),
  play: async ({ canvasElement: page }) => {
    await submitPassword(page, 'welkom');
    await seeError(page, 'invalid-password');
  },
};

export const CheckingPassword: Story = {
  parameters: { ...asksProof(passwordAsked), step: 'checking-proof', held: 'stepUp' },
  play: async ({ canvasElement: page }) => {
    await submitPassword(page);
    await see(page, words.busy);
  },
};

const cannotStart = (error: MfaErrorKind): Story => ({
  parameters: { step: 'failed', backend: { on: { startEnrollment: error } } },
  play: ({ canvasElement: page }) => seeError(page, error),
});

export const OfflineAtStart = cannotStart('offline');
export const Unavailable = cannotStart('unavailable');
export const AlreadyLinked = cannotStart('already-linked');
export const LimitReached = cannotStart('limit-reached');
export const LoginExpired = cannotStart('login-expired');
export const SignedOut = cannotStart('signed-out');

/** The answer to the code was lost: the QR code is not shown again, because the app may be linked. */
export const AnswerLost: Story = {
  parameters: { step: 'failed', backend: { on: { confirmEnrollment: 'unknown-outcome' } } },
  play: async ({ canvasElement: page }) => {
    await submitCode(page);
    await seeError(page, 'unknown-outcome');
  },
};

/** The owner of the page has not said where the backend is. */
export const Misconfigured: Story = {
  args: { backend: undefined },
  parameters: { step: 'idle', consoleError: 'Set base-url' },
  play: ({ canvasElement: page }) => seeError(page, 'misconfigured'),
};
