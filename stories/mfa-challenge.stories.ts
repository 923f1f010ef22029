import type { Meta } from '@storybook/web-components-vite';
import type { ChallengeState } from '../src/flow/challenge.js';
import { MfaError, type MfaErrorKind } from '../src/index.js';
import { SAMPLE } from '../src/testing/index.js';
import {
  lastTry,
  lastTryAndWait,
  lastTryForNow,
  lockedForAWhile,
  tooManyTries,
} from './support/errors.js';
import { flowMeta, renderFlow, type FlowStory } from './support/flow-story.js';
import { hasten } from './support/hasten.js';
import { fillIn, paste, press, see, seeError, submitCode, tickKept } from './support/person.js';
import { messages, type MessageQuery } from './support/find-message.js';

type Story = FlowStory<ChallengeState>;

export default {
  ...flowMeta,
  title: 'Signing in/mfa-challenge',
  component: 'mfa-challenge',
  render: renderFlow('mfa-challenge'),
  parameters: {
    flow: 'challenge',
    backend: { state: 'code-required' },
    docs: {
      subtitle:
        'The step at sign-in where the user types the code from the phone, or a recovery code if the phone is lost.',
    },
  },
} satisfies Meta;

export const Asking: Story = {
  tags: ['autodocs'],
  parameters: { step: 'asking' },
  play: ({ canvasElement: page }) => see(page, messages.enterCode),
};

/** The page enables it, and the server supports it. */
export const RememberDevice: Story = {
  args: { rememberDevice: true },
  parameters: { step: 'asking' },
  play: ({ canvasElement: page }) => see(page, messages.rememberDevice),
};

/** The server has no recovery codes, so that option is not shown. */
export const WithoutRecoveryCodes: Story = {
  parameters: { step: 'asking', backend: { without: ['verifyRecoveryCode'] } },
  play: Asking.play,
};

export const Incomplete: Story = {
  parameters: { step: 'asking' },
  play: async ({ canvasElement: page }) => {
    await submitCode(page, '123');
    await see(page, messages.codeIncomplete);
  },
};

/** A text with two codes is rejected: either could be the wrong one. */
export const UnclearCodePasted: Story = {
  parameters: { step: 'asking' },
  play: async ({ canvasElement: page }) => {
    await paste(page, messages.code, '123456 654321');
    await see(page, messages.codeUnclear);
  },
};

/** A text without a code is rejected: no digits are picked out of it. */
export const NoCodePasted: Story = {
  parameters: { step: 'asking', backend: { without: ['verifyRecoveryCode'] } },
  play: async ({ canvasElement: page }) => {
    await paste(page, messages.code, 'Bestelling 48-12B van 7 mei');
    await see(page, messages.noCode);
  },
};

/** The other button takes the recovery code along to its own field. */
export const RecoveryCodePasted: Story = {
  parameters: { step: 'asking' },
  play: async ({ canvasElement: page }) => {
    await paste(page, messages.code, SAMPLE.recoveryCodes[0]);
    await see(page, messages.looksLikeRecoveryCode);
  },
};

export const Verifying: Story = {
  parameters: { step: 'verifying', held: 'verify' },
  play: async ({ canvasElement: page }) => {
    await submitCode(page);
    await see(page, messages.busy);
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

export const WrongCodeTwoTries = refused(
  new MfaError('invalid-code', 'Story', { attemptsLeft: 2 }),
);

export const WrongCodeLastTry = refused(lastTry);

/** The server does not say for how long. */
export const WrongCodeNoTryLeft = refused(lastTryForNow);

/** The response that starts a wait starts its countdown: the message of the refusal stays. */
export const WrongCodeThenWait = refused(lastTryAndWait);

export const CodeReused = refused('code-reused');

const refusedTwice = (
  first: string,
  second: string,
  error: MfaError,
  seen: MessageQuery,
): Story => ({
  parameters: { step: 'asking', backend: { on: { verify: error } } },
  play: async ({ canvasElement: page }) => {
    await submitCode(page, first);
    await seeError(page, error);
    await submitCode(page, second);
    await see(page, seen);
  },
});

export const SameCodeAgain = refusedTwice(
  '111111',
  '111111',
  new MfaError('invalid-code', 'Story'),
  messages.sameCode,
);

const clockOff = (clockSkew: number, seen: MessageQuery) =>
  refusedTwice('111111', '222222', new MfaError('invalid-code', 'Story', { clockSkew }), seen);

/** The clock of the computer or phone that shows this page is wrong, and maybe that of the app. */
export const ClockFast = clockOff(200, messages.clockFast);

export const ClockSlow = clockOff(-200, messages.clockSlow);

/** The time left is shown each second. It is read out at the start, when a minute is left, and at the end. */
export const TooManyTries = refused(tooManyTries);

/** The user tries again during the wait; nothing is sent. */
export const TriedWhileWaiting: Story = {
  ...TooManyTries,
  play: async (context) => {
    await TooManyTries.play(context);
    await press(context.canvasElement, messages.verifyCode);
    await see(context.canvasElement, messages.stillToWait);
  },
};

export const WaitIsOver: Story = {
  parameters: {
    step: 'asking',
    backend: { on: { verify: new MfaError('rate-limited', 'Story', { retryAfter: 1 }) } },
  },
  play: async ({ canvasElement: page }) => {
    await submitCode(page);
    await see(page, messages.canTryAgain);
  },
};

export const LockedForAWhile = refused(lockedForAWhile);

/** A locked account takes no recovery code either. */
export const RecoveryCodeWhileLocked: Story = {
  ...LockedForAWhile,
  play: async (context) => {
    await LockedForAWhile.play(context);
    await press(context.canvasElement, messages.useRecoveryCode);
    await see(context.canvasElement, messages.recoveryCode);
  },
};

export const Locked = refused('locked');

/** The typed code stays, so that it can be sent again once there is a connection. */
export const Offline: Story = {
  parameters: { step: 'asking', backend: { on: { verify: 'offline' } } },
  play: async ({ canvasElement: page }) => {
    await submitCode(page);
    await see(page, messages.stillThere);
  },
};

/** The response was lost, and the server reports that a code is still due. */
export const AnswerLost: Story = {
  parameters: { step: 'asking', backend: { on: { verify: 'unknown-outcome' } } },
  play: async ({ canvasElement: page }) => {
    await submitCode(page);
    await seeError(page, 'unexpected');
  },
};

/** The response was lost, and the server does not report which step is due. */
export const OutcomeUnknown: Story = {
  parameters: {
    step: 'asking',
    backend: { on: { verify: 'unknown-outcome', status: 'unavailable' } },
  },
  play: async ({ canvasElement: page }) => {
    await submitCode(page);
    await see(page, messages.unknownSignIn);
  },
};

/** The response was lost; a status request finds out whether the code arrived. */
export const Rechecking: Story = {
  parameters: {
    step: 'rechecking',
    backend: { on: { verify: 'unknown-outcome' } },
    held: 'status',
  },
  play: Verifying.play,
};

/** The server refuses the code with 425 (Too Early). Without a status of 400 to 499 it would be looked up. */
export const Unavailable = refused(new MfaError('unavailable', 'Story', { status: 425 }));

export const UnavailableForAWhile = refused(
  new MfaError('unavailable', 'Story', { status: 425, retryAfter: 90 }),
);

/** After hours in a tab, the protection against forged requests no longer matches. */
export const PageOutOfDate = refused('csrf');

export const LoginExpired = refused('login-expired', 'failed');

export const SignedOut = refused('signed-out', 'failed');

export const Verified: Story = {
  parameters: { step: 'verified' },
  play: async ({ canvasElement: page }) => {
    await submitCode(page);
    await see(page, messages.signedIn);
  },
};

/** The server continues on its own page, which did not open. */
export const GoesOnElsewhere = refused('redirect-required');

/** The URL of the next page sends a download or nothing, or the user chose to stay. */
export const NextPageNotOpened: Story = {
  args: { successUrl: '/portaal' },
  parameters: { step: 'verified' },
  beforeEach: () => {
    const stay = (event: Event) => event.preventDefault();
    navigation.addEventListener('navigate', stay);
    const restore = hasten({ 3000: 'at once' });
    return () => {
      restore();
      navigation.removeEventListener('navigate', stay);
    };
  },
  play: async ({ canvasElement: page }) => {
    await submitCode(page);
    await seeError(page, 'redirect-required');
  },
};

async function submitRecoveryCode(page: HTMLElement, code: string): Promise<void> {
  await press(page, messages.useRecoveryCode);
  await fillIn(page, messages.recoveryCode, code);
  await press(page, messages.verifyRecoveryCode);
}

export const AskingRecoveryCode: Story = {
  parameters: { step: 'asking' },
  play: async ({ canvasElement: page }) => {
    await press(page, messages.useRecoveryCode);
    await see(page, messages.recoveryCode);
  },
};

/** The characters of the codes are known, so the user may write them in any way. */
export const AskingForgivingRecoveryCode: Story = {
  ...AskingRecoveryCode,
  parameters: {
    step: 'asking',
    backend: { capabilities: { recoveryCodeAlphabet: '0123456789ABCDEFGHJKMNPQRSTVWXYZ' } },
  },
};

export const RecoveryCodeMissing: Story = {
  ...AskingRecoveryCode,
  play: async ({ canvasElement: page }) => {
    await press(page, messages.useRecoveryCode);
    await press(page, messages.verifyRecoveryCode);
    await see(page, messages.recoveryCodeMissing);
  },
};

/** The other button takes the code along to its own field. */
export const CodeInPlaceOfRecoveryCode: Story = {
  ...AskingRecoveryCode,
  play: async ({ canvasElement: page }) => {
    await press(page, messages.useRecoveryCode);
    await paste(page, messages.recoveryCode, SAMPLE.code);
    await see(page, messages.looksLikeCode);
  },
};

/** A list of codes is rejected, because the field takes one. What was typed stays. */
export const SeveralRecoveryCodesPasted: Story = {
  ...AskingRecoveryCode,
  play: async ({ canvasElement: page }) => {
    await press(page, messages.useRecoveryCode);
    await paste(page, messages.recoveryCode, SAMPLE.recoveryCodes.join('\n'));
    await see(page, messages.severalRecoveryCodes);
  },
};

export const VerifyingRecoveryCode: Story = {
  parameters: { step: 'verifying', held: 'verifyRecoveryCode' },
  play: async ({ canvasElement: page }) => {
    await submitRecoveryCode(page, SAMPLE.recoveryCodes[0]);
    await see(page, messages.busy);
  },
};

export const WrongRecoveryCode: Story = {
  parameters: { step: 'asking' },
  play: async ({ canvasElement: page }) => {
    await submitRecoveryCode(page, 'AAAA-BBBB-CCCC');
    await seeError(page, 'invalid-recovery-code');
  },
};

const signedInWithOneOf = (codes: number, seen: MessageQuery): Story => ({
  parameters: {
    step: 'few-recovery-codes',
    backend: { recoveryCodes: SAMPLE.recoveryCodes.slice(0, codes) },
  },
  play: async ({ canvasElement: page }) => {
    await submitRecoveryCode(page, SAMPLE.recoveryCodes[0]);
    await see(page, seen);
  },
});

export const FewRecoveryCodes = signedInWithOneOf(3, messages.twoRecoveryCodes);

export const LastButOneRecoveryCode = signedInWithOneOf(2, messages.lastButOneRecoveryCode);

export const LastRecoveryCode = signedInWithOneOf(1, messages.lastRecoveryCode);

/** The response was lost, and new recovery codes may be lost with it. */
export const LostRecoveryCodes: Story = {
  parameters: {
    step: 'lost-recovery-codes',
    backend: {
      on: {
        verifyRecoveryCode: ({ proceed }) => {
          proceed();
          return 'unknown-outcome';
        },
      },
    },
  },
  play: async ({ canvasElement: page }) => {
    await submitRecoveryCode(page, SAMPLE.recoveryCodes[0]);
    await see(page, messages.codesLost);
  },
};

const givesNew = (recoveryCodes: readonly string[]): Story => ({
  args: { issuer: SAMPLE.issuer },
  parameters: {
    step: 'new-recovery-codes',
    backend: { on: { verifyRecoveryCode: { recoveryCodes } } },
  },
  play: async ({ canvasElement: page }) => {
    await submitRecoveryCode(page, SAMPLE.recoveryCodes[0]);
    await see(page, recoveryCodes[0] ?? '');
  },
});

/** Some servers return a new recovery code in place of the used one. */
export const NewRecoveryCode = givesNew(['4NQT7PXK2MRW9HBD6CVJ3YGF']);

export const NewRecoveryCodes = givesNew(SAMPLE.recoveryCodes);

/** The user tries to continue without confirming that the code is stored. */
export const NewRecoveryCodeNotKeptYet: Story = {
  ...NewRecoveryCode,
  play: async (context) => {
    await NewRecoveryCode.play(context);
    await press(context.canvasElement, messages.continueSignedIn);
    await see(context.canvasElement, messages.keepFirst);
  },
};

/** The user confirms that the code is stored. */
export const NewRecoveryCodeKept: Story = {
  ...NewRecoveryCode,
  parameters: { ...NewRecoveryCode.parameters, step: 'verified' },
  play: async (context) => {
    await NewRecoveryCode.play(context);
    await tickKept(context.canvasElement);
    await press(context.canvasElement, messages.continueSignedIn);
    await see(context.canvasElement, messages.signedIn);
  },
};

/** The page does not configure a backend. */
export const Misconfigured: Story = {
  args: { backend: undefined },
  parameters: { step: 'idle', consoleError: 'Set base-url' },
  play: ({ canvasElement: page }) => seeError(page, 'misconfigured'),
};
