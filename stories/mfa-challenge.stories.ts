import type { Meta } from '@storybook/web-components-vite';
import type { ChallengeState } from '../src/flow/challenge.js';
import type { MfaError, MfaErrorKind } from '../src/index.js';
import { SAMPLE } from '../src/testing/index.js';
import { lastTry, lockedForAWhile, tooManyTries } from './support/errors.js';
import { flowMeta, renderFlow, type FlowStory } from './support/flow-story.js';
import { fillIn, press, see, seeError, submitCode } from './support/person.js';
import { words } from './support/words.js';

type Story = FlowStory<ChallengeState>;

export default {
  ...flowMeta,
  title: 'Flows/mfa-challenge',
  component: 'mfa-challenge',
  render: renderFlow('mfa-challenge'),
  parameters: { flow: 'challenge', backend: { state: 'code-required' } },
} satisfies Meta;

export const Asking: Story = {
  tags: ['autodocs'],
  parameters: { step: 'asking' },
  play: ({ canvasElement: page }) => see(page, words.enterCode),
};

/** The server knows no recovery codes, so the other way in is left out. */
export const WithoutRecoveryCodes: Story = {
  parameters: { step: 'asking', backend: { without: ['verifyRecoveryCode'] } },
  play: Asking.play,
};

export const Incomplete: Story = {
  parameters: { step: 'asking' },
  play: async ({ canvasElement: page }) => {
    await submitCode(page, '123');
    await see(page, words.codeIncomplete);
  },
};

const refused = (
  error: MfaErrorKind | MfaError,
  step: Story['parameters']['step'] = 'asking',
): Story => ({
  parameters: { step, backend: { on: { verify: error } } },
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
export const Locked = refused('locked');
export const LockedForAWhile = refused(lockedForAWhile);
export const Offline = refused('offline');
export const Unavailable = refused('unavailable');
export const LoginExpired = refused('login-expired', 'failed');
export const SignedOut = refused('signed-out', 'failed');

/** The answer was lost, and the server says that the code did not arrive. */
export const AnswerLost = refused('unknown-outcome');

export const Verifying: Story = {
  parameters: { step: 'verifying', held: 'verify' },
  play: async ({ canvasElement: page }) => {
    await submitCode(page);
    await see(page, words.busy);
  },
};

/** The answer was lost; the server is asked whether the code arrived. */
export const Rechecking: Story = {
  parameters: {
    step: 'rechecking',
    backend: { on: { verify: 'unknown-outcome' } },
    held: 'status',
  },
  play: Verifying.play,
};

export const Verified: Story = {
  parameters: { step: 'verified' },
  play: async ({ canvasElement: page }) => {
    await submitCode(page);
    await see(page, words.signedIn);
  },
};

async function submitRecoveryCode(page: HTMLElement, code: string): Promise<void> {
  await press(page, words.useRecoveryCode);
  await fillIn(page, words.recoveryCode, code);
  await press(page, words.verifyRecoveryCode);
}

export const AskingRecoveryCode: Story = {
  parameters: { step: 'asking' },
  play: async ({ canvasElement: page }) => {
    await press(page, words.useRecoveryCode);
    await see(page, words.recoveryCode);
  },
};

export const WrongRecoveryCode: Story = {
  parameters: { step: 'asking' },
  play: async ({ canvasElement: page }) => {
    await submitRecoveryCode(page, 'AAAA-BBBB-CCCC');
    await seeError(page, 'invalid-recovery-code');
  },
};

export const VerifyingRecoveryCode: Story = {
  parameters: { step: 'verifying', held: 'verifyRecoveryCode' },
  play: async ({ canvasElement: page }) => {
    await submitRecoveryCode(page, SAMPLE.recoveryCodes[0]);
    await see(page, words.busy);
  },
};

/** The owner of the page has not said where the backend is. */
export const Misconfigured: Story = {
  args: { backend: undefined },
  parameters: { step: 'idle', consoleError: 'Set base-url' },
  play: ({ canvasElement: page }) => seeError(page, 'misconfigured'),
};
