import type { Meta } from '@storybook/web-components-vite';
import type { LoginState } from '../src/flow/login.js';
import { MfaError, type MfaErrorKind } from '../src/index.js';
import { flowMeta, renderFlow, type FlowStory } from './support/flow-story.js';
import { see, seeError, seePicture, submitCode } from './support/person.js';
import { messages } from './support/find-message.js';

type Story = FlowStory<LoginState>;

export default {
  ...flowMeta,
  title: 'Signing in/mfa-login',
  component: 'mfa-login',
  render: renderFlow('mfa-login'),
  parameters: {
    flow: 'login',
    docs: {
      subtitle:
        'The step after the password. At the first sign-in the user links an app, at every later sign-in the user types its code. This one element does both.',
    },
  },
} satisfies Meta;

export const Checking: Story = {
  parameters: { step: 'checking', held: 'status' },
  play: ({ canvasElement: page }) => see(page, messages.oneMoment),
};

/** At the first sign-in, the user links an app. The next steps are in mfa-enrollment. */
export const Enrolling: Story = {
  tags: ['autodocs'],
  parameters: { step: 'enrolling' },
  play: ({ canvasElement: page }) => seePicture(page, messages.qrCode),
};

/** At every later sign-in, the user types a code. The next steps are in mfa-challenge. */
export const Challenging: Story = {
  tags: ['autodocs'],
  parameters: { step: 'challenging', backend: { state: 'code-required' } },
  play: ({ canvasElement: page }) => see(page, messages.enterCode),
};

/** The choice to remember this device is passed to the step. */
export const RememberDevice: Story = {
  args: { rememberDevice: true },
  parameters: { step: 'challenging', backend: { state: 'code-required' } },
  play: ({ canvasElement: page }) => see(page, messages.rememberDevice),
};

/**
 * The app is linked, but the response was lost. If the backend makes recovery codes, they may be lost with it.
 */
export const LinkedWithoutItsCodes: Story = {
  parameters: {
    step: 'linked',
    backend: {
      on: {
        confirmEnrollment: ({ proceed }) => {
          proceed();
          return 'unknown-outcome';
        },
      },
    },
  },
  play: async ({ canvasElement: page }) => {
    await submitCode(page);
    await see(page, messages.codesLost);
  },
};

/** As before, at a server that makes recovery codes with the first app only. */
export const LinkedWithoutItsOnlyCodes: Story = {
  parameters: {
    step: 'linked',
    backend: { ...LinkedWithoutItsCodes.parameters.backend, without: ['generateRecoveryCodes'] },
  },
  play: async ({ canvasElement: page }) => {
    await submitCode(page);
    await see(page, messages.onlyCodesLost);
  },
};

/** The server reports that the user is already signed in. */
export const Verified: Story = {
  parameters: { step: 'verified', backend: { state: 'verified' } },
  play: ({ canvasElement: page }) => see(page, messages.signedIn),
};

const cannotStart = (error: MfaErrorKind | MfaError): Story => ({
  parameters: { step: 'failed', backend: { on: { status: error } } },
  play: ({ canvasElement: page }) => seeError(page, error),
});

export const SignedOut = cannotStart('signed-out');
export const LoginExpired = cannotStart('login-expired');
export const Offline = cannotStart('offline');
export const Unavailable = cannotStart('unavailable');
/** The server says for how long: the time left is shown each second. */
export const UnavailableForAWhile = cannotStart(
  new MfaError('unavailable', 'Story', { retryAfter: 90 }),
);
export const Timeout = cannotStart('timeout');
export const Unexpected = cannotStart('unexpected');

/** The page does not configure a backend. */
export const Misconfigured: Story = {
  args: { backend: undefined },
  parameters: { step: 'idle', consoleError: 'Set base-url' },
  play: ({ canvasElement: page }) => seeError(page, 'misconfigured'),
};
