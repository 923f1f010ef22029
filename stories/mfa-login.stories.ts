import type { Meta } from '@storybook/web-components-vite';
import type { LoginState } from '../src/flow/login.js';
import type { MfaErrorKind } from '../src/index.js';
import { flowMeta, renderFlow, type FlowStory } from './support/flow-story.js';
import { see, seeError, seePicture } from './support/person.js';
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
        'What comes after the password: the first time an app is linked here, every next time its code is asked. Put this one tag on that page and it does both.',
    },
  },
} satisfies Meta;

export const Checking: Story = {
  parameters: { step: 'checking', held: 'status' },
  play: ({ canvasElement: page }) => see(page, messages.oneMoment),
};

/** The first sign-in: an app is linked. What follows is in mfa-enrollment. */
export const Enrolling: Story = {
  tags: ['autodocs'],
  parameters: { step: 'enrolling' },
  play: ({ canvasElement: page }) => seePicture(page, messages.qrCode),
};

/** Every next sign-in: the code is asked. What follows is in mfa-challenge. */
export const Challenging: Story = {
  tags: ['autodocs'],
  parameters: { step: 'challenging', backend: { state: 'code-required' } },
  play: ({ canvasElement: page }) => see(page, messages.enterCode),
};

/** The choice to remember this device is handed down to the step. */
export const RememberDevice: Story = {
  args: { rememberDevice: true },
  parameters: { step: 'challenging', backend: { state: 'code-required' } },
  play: ({ canvasElement: page }) => see(page, messages.rememberDevice),
};

/** The server says that there is nothing left to do. */
export const Verified: Story = {
  parameters: { step: 'verified', backend: { state: 'verified' } },
  play: ({ canvasElement: page }) => see(page, messages.signedIn),
};

const cannotStart = (error: MfaErrorKind): Story => ({
  parameters: { step: 'failed', backend: { on: { status: error } } },
  play: ({ canvasElement: page }) => seeError(page, error),
});

export const SignedOut = cannotStart('signed-out');
export const LoginExpired = cannotStart('login-expired');
export const Offline = cannotStart('offline');
export const Unavailable = cannotStart('unavailable');
export const Timeout = cannotStart('timeout');
export const Unexpected = cannotStart('unexpected');

/** The owner of the page has not said where the backend is. */
export const Misconfigured: Story = {
  args: { backend: undefined },
  parameters: { step: 'idle', consoleError: 'Set base-url' },
  play: ({ canvasElement: page }) => seeError(page, 'misconfigured'),
};
