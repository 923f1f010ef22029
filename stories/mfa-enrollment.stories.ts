import type { Meta } from '@storybook/web-components-vite';
import { Secret, TOTP } from 'otpauth';
import { expect } from 'storybook/test';
import { MfaError, type MfaErrorKind } from '../src/index.js';
import { MOMENT } from '../src/flow/enrollment/effect.js';
import type { EnrollmentState } from '../src/flow/enrollment/enrollment.js';
import { SAMPLE, type Scripts } from '../src/testing/index.js';
import { replaceClipboard } from './support/clipboard.js';
import {
  codeRequired,
  eitherRequired,
  lastTry,
  lockedForAWhile,
  passwordRequired,
  tooManyTries,
} from './support/errors.js';
import { backendOf, flowMeta, renderFlow, type FlowStory } from './support/flow-story.js';
import { emulatePhone } from './support/emulate-phone.js';
import { hasten } from './support/hasten.js';
import {
  keepRecoveryCodes,
  leaveAndReturn,
  press,
  see,
  seeError,
  seePicture,
  submitCode,
  submitPassword,
} from './support/person.js';
import { isMessage, messages, type MessageQuery } from './support/find-message.js';

type Story = FlowStory<EnrollmentState>;

/** Opens a disclosure. */
async function unfold(page: HTMLElement, name: MessageQuery): Promise<void> {
  await see(page, name);
  const tree = page.querySelector('mfa-enrollment')?.shadowRoot;
  const folds = [...(tree?.querySelectorAll('summary') ?? [])];
  const fold = folds.find(({ textContent }) => isMessage(textContent, name));
  fold?.click();
  await expect(fold?.parentElement).toHaveProperty('open', true);
}

const invalidCode = new MfaError('invalid-code', 'Story');

/**
 * Makes every read of the stopwatch cost 10 ms, so that long work pauses often and takes minutes.
 *
 * @returns A function that restores the original.
 */
function onASlowDevice(): () => void {
  const now = performance.now.bind(performance);
  const later = window.setTimeout.bind(window);
  let lost = 0;
  performance.now = () => now() + (lost += 10);
  // Code that pauses waits for the next task.
  const soon = (callback: TimerHandler, delay = 300) => later(callback, delay);
  window.setTimeout = soon as typeof window.setTimeout;
  return () => {
    performance.now = now;
    window.setTimeout = later;
  };
}

/** Keeps the page from having loaded, so that a script of it may still name the backend, for 15 seconds. */
function whileThePageLoads(): () => void {
  Object.defineProperty(document, 'readyState', { value: 'interactive', configurable: true });
  const restore = hasten({ 15_000: 'at once' });
  return () => {
    restore();
    Reflect.deleteProperty(document, 'readyState');
  };
}

export default {
  ...flowMeta,
  title: 'Linking an app/mfa-enrollment',
  component: 'mfa-enrollment',
  render: renderFlow('mfa-enrollment'),
  parameters: {
    flow: 'enrollment',
    docs: {
      subtitle:
        'The step where the user links an authenticator app: get an app, scan, type the code, store the recovery codes.',
    },
  },
} satisfies Meta;

export const Starting: Story = {
  parameters: { step: 'starting', held: 'startEnrollment' },
  play: ({ canvasElement: page }) => see(page, messages.qrCodeMade),
};

/** The step with everything in it: get the app, scan, enter the code. */
export const Scanning: Story = {
  tags: ['autodocs'],
  parameters: { step: 'scanning' },
  play: ({ canvasElement: page }) => seePicture(page, messages.qrCode),
};

const withSteps = (steps: MessageQuery): Story => ({
  parameters: { step: 'scanning' },
  play: ({ canvasElement: page }) => unfold(page, steps),
});

/** The steps for one app are in a disclosure; the QR code does not move. */
export const ScanningWithSteps = withSteps(messages.openStepsGoogle);

export const ScanningWithStepsInMicrosoft = withSteps(messages.openStepsMicrosoft);

/** The steps for any other app. */
export const ScanningWithStepsInAnother = withSteps(messages.openStepsOther);

/** The key for users who cannot scan. */
export const ScanningByHand: Story = {
  parameters: { step: 'scanning' },
  play: ({ canvasElement: page }) => unfold(page, messages.showKey),
};

/** The QR code is not drawn, here because the URI is too long for any: the key shows itself. */
export const WithoutQrCode: Story = {
  parameters: {
    step: 'scanning',
    backend: {
      on: {
        startEnrollment: ({ proceed }) => ({
          ...proceed(),
          otpauthUri: `${SAMPLE.otpauthUri}&image=${'é'.repeat(1300)}`,
        }),
      },
    },
  },
  play: ({ canvasElement: page }) => see(page, messages.qrCodeMissing),
};

export const WithoutQrCodeOnAPhone: Story = {
  ...WithoutQrCode,
  beforeEach: emulatePhone,
  play: async ({ canvasElement: page }) => {
    await unfold(page, messages.showQr);
    await see(page, messages.qrCodeMissing);
  },
};

/** The browser does not allow copying: the key is selected instead. */
export const KeyNotCopied: Story = {
  parameters: { step: 'scanning' },
  beforeEach: () => replaceClipboard(),
  play: async ({ canvasElement: page }) => {
    await unfold(page, messages.showKey);
    await press(page, messages.copyKey);
    await see(page, messages.selected);
  },
};

/** The app is probably on this device, so the link that opens it comes first. */
export const ScanningOnAPhone: Story = {
  parameters: { step: 'scanning' },
  beforeEach: emulatePhone,
  play: ({ canvasElement: page }) => see(page, messages.openApp),
};

/** Opening an app comes first; where to get one is in a disclosure. */
export const ScanningOnAPhoneWithoutApp: Story = {
  ...ScanningOnAPhone,
  play: ({ canvasElement: page }) => unfold(page, messages.noAppYet),
};

export const ScanningOnAPhoneByHand: Story = {
  ...ScanningOnAPhone,
  play: ({ canvasElement: page }) => unfold(page, messages.showKey),
};

const byHandWithSteps = (steps: MessageQuery): Story => ({
  ...ScanningOnAPhone,
  play: async ({ canvasElement: page }) => {
    await unfold(page, messages.showKey);
    await unfold(page, steps);
  },
});

/** If the key is pasted, the steps differ. */
export const ScanningOnAPhoneByHandWithSteps = byHandWithSteps(messages.openStepsGoogle);

export const ScanningOnAPhoneByHandWithStepsInMicrosoft = byHandWithSteps(
  messages.openStepsMicrosoft,
);

export const ScanningOnAPhoneByHandWithStepsInAnother = byHandWithSteps(messages.openStepsOther);

export const ScanningOnAPhoneForAnotherDevice: Story = {
  ...ScanningOnAPhone,
  play: async ({ canvasElement: page }) => {
    await unfold(page, messages.showQr);
    await seePicture(page, messages.qrCode);
  },
};

/** The page can continue without an app, for example when the user links another one. */
export const Cancelable: Story = {
  args: { cancelable: true },
  parameters: { step: 'scanning' },
  play: ({ canvasElement: page }) => see(page, messages.cancel),
};

/** The secret expires in 40 seconds. The server grants more time on request. */
const soonOver = (then: number): Scripts => {
  let seconds = 40;
  return {
    startEnrollment: ({ proceed }) => {
      const expiresAt = new Date(Date.now() + seconds * 1000);
      seconds = then;
      return { ...proceed(), expiresAt };
    },
  };
};

export const LittleTimeLeft: Story = {
  parameters: { step: 'scanning', backend: { on: soonOver(600) } },
  play: ({ canvasElement: page }) => see(page, messages.timeLeft),
};

export const Extending: Story = {
  parameters: { step: 'extending', backend: { on: soonOver(600) } },
  play: async ({ canvasElement: page }) => {
    await see(page, messages.timeLeft);
    const more = backendOf(page, 'mfa-enrollment').hold('startEnrollment');
    await press(page, messages.moreTime);
    await more.called;
  },
};

export const Extended: Story = {
  parameters: { step: 'scanning', backend: { on: soonOver(600) } },
  play: async ({ canvasElement: page }) => {
    await press(page, messages.moreTime);
    await see(page, messages.timeAgain);
  },
};

export const NotExtended: Story = {
  parameters: { step: 'scanning', backend: { on: soonOver(0) } },
  play: async ({ canvasElement: page }) => {
    await press(page, messages.moreTime);
    await see(page, messages.noMoreTime);
  },
};

/** The server asks to wait before it gives more time. */
export const MoreTimeTooSoon: Story = {
  parameters: { step: 'scanning', backend: { on: soonOver(600) } },
  play: async ({ canvasElement: page }) => {
    await see(page, messages.timeLeft);
    backendOf(page, 'mfa-enrollment').on.startEnrollment = tooManyTries;
    await press(page, messages.moreTime);
    await seeError(page, tooManyTries);
  },
};

export const Expired: Story = {
  parameters: { step: 'expired', backend: { on: soonOver(600) } },
  play: async ({ canvasElement: page }) => {
    await see(page, messages.timeLeft);
    backendOf(page, 'mfa-enrollment').on.startEnrollment = 'enrollment-expired';
    await press(page, messages.moreTime);
    await see(page, messages.expired);
  },
};

export const Incomplete: Story = {
  parameters: { step: 'scanning' },
  play: async ({ canvasElement: page }) => {
    await submitCode(page, '123');
    await see(page, messages.codeIncomplete);
  },
};

export const Confirming: Story = {
  parameters: { step: 'confirming', held: 'confirmEnrollment' },
  play: async ({ canvasElement: page }) => {
    await submitCode(page);
    await see(page, messages.busy);
  },
};

const refused = (error: MfaErrorKind | MfaError): Story => ({
  parameters: { step: 'scanning', backend: { on: { confirmEnrollment: error } } },
  play: async ({ canvasElement: page }) => {
    await submitCode(page);
    await seeError(page, error);
  },
});

const MINUTE = 60_000;

/** Returns the code of an app whose clock is ahead by some milliseconds. */
const codeOf = (ahead: number, secret: string = SAMPLE.secret): string =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: Date.now() + ahead });

/** Puts the clock in the middle of a code's 30 seconds, where it is certain which code the app shows. */
function inTheMiddleOfACode(): () => void {
  const now = Date.now.bind(Date);
  const shift = 15_000 - (now() % 30_000);
  Date.now = () => now() + shift;
  return () => {
    Date.now = now;
  };
}

/** The reason is found before the refusal is told without it, however slow the device is. */
const inTime = (): (() => void) => hasten({ [MOMENT]: 'never' });

/** A wrong code. The secret shows the reason. */
const diagnosed = (code: () => string, sentence: MessageQuery, error = invalidCode): Story => ({
  parameters: { step: 'scanning', backend: { on: { confirmEnrollment: error } } },
  beforeEach: () => {
    const restoreClock = inTheMiddleOfACode();
    const restoreTimers = inTime();
    return () => {
      restoreTimers();
      restoreClock();
    };
  },
  play: async ({ canvasElement: page }) => {
    await submitCode(page, code());
    await see(page, sentence);
  },
});

const ofAnotherAccount = () => codeOf(0, 'KRSXG5CTMVRXEZLUKRSXG5CTMVRXEZLU');

export const WrongCode = diagnosed(ofAnotherAccount, messages.refusedCodeOfAnother);

export const WrongCodeLastTry = diagnosed(ofAnotherAccount, messages.refusedCodeOfAnother, lastTry);

/** The app shows one name with the code, or none. The message refers to the entry by that name. */
const ofAccountIn = (label: string, sentence: MessageQuery): Story => ({
  args: { issuer: SAMPLE.issuer },
  parameters: {
    step: 'scanning',
    backend: {
      on: {
        startEnrollment: ({ proceed }) => ({
          ...proceed(),
          otpauthUri: `otpauth://totp/${label}?secret=${SAMPLE.secret}`,
        }),
        confirmEnrollment: invalidCode,
      },
    },
  },
  beforeEach: inTime,
  play: async ({ canvasElement: page }) => {
    await submitCode(page, ofAnotherAccount());
    await see(page, sentence);
  },
});

/** The server returns the name of the account, not of the site. */
export const WrongCodeOneName = ofAccountIn(
  encodeURIComponent(SAMPLE.account),
  messages.refusedCodeOfAnotherOneName,
);

/** The server returns neither name. */
export const WrongCodeNoName = ofAccountIn('', messages.refusedCodeOfAnotherNoName);

export const WrongCodeFastClock = diagnosed(
  () => codeOf(4 * MINUTE),
  messages.refusedCodeClockFast,
);

export const WrongCodeSlowClock = diagnosed(
  () => codeOf(-4 * MINUTE),
  messages.refusedCodeClockSlow,
);

export const WrongCodeJustExpired = diagnosed(
  () => codeOf(-MINUTE / 2),
  messages.refusedCodeJustExpired,
);

export const WrongCodeMistyped = diagnosed(
  () => codeOf(0).replace(/^./, (digit) => String((Number(digit) + 5) % 10)),
  messages.refusedCodeMistyped,
);

/** The code is right, as far as this device knows. */
export const RightCodeRefused = diagnosed(() => codeOf(0), messages.refusedCodeUnexplained);

/** Linking was started again elsewhere: the code is right by the clock of the server, for this QR code. */
export const StartedElsewhere = diagnosed(
  () => codeOf(0),
  messages.refusedCodeOfOtherQrCode,
  new MfaError('invalid-code', 'Story', { clockSkew: 0 }),
);

/** The code was refused. For a moment, the reason is looked for with the secret. */
export const Diagnosing: Story = {
  parameters: { step: 'diagnosing', backend: { on: { confirmEnrollment: invalidCode } } },
  beforeEach: () => {
    const restoreSpeed = onASlowDevice();
    const restoreTimers = inTime();
    return () => {
      restoreTimers();
      restoreSpeed();
    };
  },
  play: async ({ canvasElement: page }) => {
    await submitCode(page, ofAnotherAccount());
    await see(page, messages.busy);
  },
};

/** The reason takes longer to find, or its file to load: the refusal is told meanwhile. */
export const WrongCodeNotExplained: Story = {
  parameters: { step: 'scanning', backend: { on: { confirmEnrollment: invalidCode } } },
  beforeEach: onASlowDevice,
  play: async ({ canvasElement: page }) => {
    await submitCode(page, ofAnotherAccount());
    await seeError(page, invalidCode);
  },
};

export const CodeReused = refused('code-reused');

export const TooManyTries = refused(tooManyTries);

export const Locked = refused(lockedForAWhile);

/** The typed code stays, and the button sends it again. */
export const Offline: Story = {
  parameters: { step: 'scanning', backend: { on: { confirmEnrollment: 'offline' } } },
  play: async ({ canvasElement: page }) => {
    await submitCode(page);
    await see(page, messages.nothingLost);
  },
};

/** The response to the code was lost; a status request finds out whether linking is still due. */
export const Rechecking: Story = {
  parameters: {
    step: 'rechecking',
    backend: { on: { confirmEnrollment: 'unknown-outcome' } },
    held: 'status',
  },
  play: Confirming.play,
};

/** The user left while a code was sent, and came back; a status request finds out whether linking is still due. */
export const Resuming: Story = {
  parameters: { step: 'resuming', held: 'status' },
  play: async ({ canvasElement: page }) => {
    const confirming = backendOf(page, 'mfa-enrollment').hold('confirmEnrollment');
    await submitCode(page);
    await confirming.called;
    leaveAndReturn();
    await see(page, messages.busy);
  },
};

/** The response to the code was lost, and the server reports that linking is still due. */
export const AnswerLost: Story = {
  parameters: { step: 'scanning', backend: { on: { confirmEnrollment: 'unknown-outcome' } } },
  play: async ({ canvasElement: page }) => {
    await submitCode(page);
    await seeError(page, 'unexpected');
  },
};

/** It stays unknown whether the app is linked. The QR code is not shown again, because it may be. */
export const OutcomeUnknown: Story = {
  parameters: {
    step: 'failed',
    backend: { on: { confirmEnrollment: 'unknown-outcome', status: 'unavailable' } },
  },
  play: async ({ canvasElement: page }) => {
    await submitCode(page);
    await seeError(page, 'unknown-outcome');
  },
};

export const Linked: Story = {
  parameters: { step: 'enrolled' },
  play: async ({ canvasElement: page }) => {
    await submitCode(page);
    await see(page, messages.linked);
  },
};

/** Some servers return one recovery code. */
export const LinkedWithOneRecoveryCode: Story = {
  ...Linked,
  parameters: { step: 'enrolled', backend: { recoveryCodes: SAMPLE.recoveryCodes.slice(0, 1) } },
};

/** The server returns no recovery codes. */
export const LinkedWithoutRecoveryCodes: Story = {
  parameters: {
    step: 'enrolled',
    backend: { on: { confirmEnrollment: { authenticator: SAMPLE.authenticator } } },
  },
  play: Linked.play,
};

/** The user tries to continue without confirming that the recovery codes are stored. */
export const LinkedCodesNotKept: Story = {
  parameters: { step: 'enrolled' },
  play: async ({ canvasElement: page }) => {
    await submitCode(page);
    await press(page, messages.onContinue);
    await see(page, messages.keepFirst);
  },
};

export const Done: Story = {
  parameters: { step: 'done' },
  play: async ({ canvasElement: page }) => {
    await submitCode(page);
    await keepRecoveryCodes(page);
    await see(page, messages.linked);
  },
};

export const Canceling: Story = {
  args: { cancelable: true },
  parameters: { step: 'canceling', held: 'cancelEnrollment' },
  play: async ({ canvasElement: page }) => {
    await see(page, messages.verifyCode);
    await press(page, messages.cancel);
    await see(page, messages.busy);
  },
};

export const Canceled: Story = {
  args: { cancelable: true },
  parameters: { step: 'canceled' },
  play: async ({ canvasElement: page }) => {
    await press(page, messages.cancel);
    await see(page, messages.stopped);
  },
};

/** The response to the code was lost. The app may be linked, so the account in it is not to be removed. */
export const CanceledAfterUnknownOutcome: Story = {
  args: { cancelable: true },
  parameters: {
    step: 'canceled',
    backend: { on: { confirmEnrollment: 'unknown-outcome', status: 'unavailable' } },
  },
  play: async ({ canvasElement: page }) => {
    await submitCode(page);
    await seeError(page, 'unknown-outcome');
    await press(page, messages.cancel);
    await see(page, messages.linkedOrNot);
  },
};

const asksProof = (error: MfaError): Story['parameters'] => ({
  step: 'proving',
  backend: { on: { startEnrollment: error } },
});

export const PasswordAsked: Story = {
  parameters: asksProof(passwordRequired),
  play: ({ canvasElement: page }) => see(page, messages.password),
};

export const CodeAsked: Story = {
  parameters: asksProof(codeRequired),
  play: ({ canvasElement: page }) => see(page, messages.code),
};

export const PasswordOrCodeAsked: Story = {
  parameters: asksProof(eitherRequired),
  play: ({ canvasElement: page }) => see(page, messages.useCodeFromApp),
};

/** A user with a new phone has no code, and switches to the password. */
export const CodeInPlaceOfPassword: Story = {
  ...PasswordOrCodeAsked,
  play: async ({ canvasElement: page }) => {
    await press(page, messages.useCodeFromApp);
    await see(page, messages.usePassword);
  },
};

export const PasswordMissing: Story = {
  parameters: asksProof(passwordRequired),
  play: async ({ canvasElement: page }) => {
    await press(page, messages.confirm);
    await see(page, messages.passwordMissing);
  },
};

export const WrongPassword: Story = {
  parameters: asksProof(passwordRequired),
  play: async ({ canvasElement: page }) => {
    await submitPassword(page, 'welkom');
    await seeError(page, 'invalid-password');
  },
};

export const CheckingPassword: Story = {
  parameters: { ...asksProof(passwordRequired), step: 'checking-proof', held: 'stepUp' },
  play: async ({ canvasElement: page }) => {
    await submitPassword(page);
    await see(page, messages.busy);
  },
};

/** The server requires a step-up when the first code is sent. */
export const PasswordAskedForTheCode: Story = {
  parameters: { step: 'proving', backend: { on: { confirmEnrollment: passwordRequired } } },
  play: async ({ canvasElement: page }) => {
    await submitCode(page);
    await see(page, messages.password);
  },
};

/** The password is right; the code is sent again automatically. */
export const ConfirmingAfterPassword: Story = {
  parameters: { step: 'confirming', backend: { on: { confirmEnrollment: passwordRequired } } },
  play: async (context) => {
    const { canvasElement: page } = context;
    await PasswordAskedForTheCode.play(context);
    const again = backendOf(page, 'mfa-enrollment').hold('confirmEnrollment');
    await submitPassword(page);
    await again.called;
  },
};

/** The server accepts the password, and then asks for it again, as it would each time. */
export const ProofForgotten: Story = {
  parameters: { ...asksProof(passwordRequired), step: 'failed' },
  play: async ({ canvasElement: page }) => {
    await submitPassword(page);
    await seeError(page, 'step-up-required');
  },
};

const cannotStart = (error: MfaErrorKind | MfaError): Story => ({
  parameters: { step: 'failed', backend: { on: { startEnrollment: error } } },
  play: ({ canvasElement: page }) => seeError(page, error),
});

export const OfflineAtStart = cannotStart('offline');

export const Unavailable = cannotStart('unavailable');

/** The time left is shown each second, and the button waits with it. */
export const TooManyTriesAtStart = cannotStart(tooManyTries);

/** The user stops and wants to begin again, which has to wait still. */
export const CanceledWhileWaiting: Story = {
  args: { cancelable: true },
  parameters: { step: 'canceled', backend: { on: { startEnrollment: tooManyTries } } },
  play: async ({ canvasElement: page }) => {
    await seeError(page, tooManyTries);
    await press(page, messages.cancel);
    await see(page, messages.stopped);
  },
};

export const AlreadyLinked = cannotStart('already-linked');

export const LimitReached = cannotStart('limit-reached');

/** Only some accounts may link an app. */
export const NotAllowed = cannotStart('forbidden');

/** The server continues an enrollment that has expired. */
export const ExpiredAtStart = cannotStart('enrollment-expired');

export const LoginExpired = cannotStart('login-expired');

export const SignedOut = cannotStart('signed-out');

/** The file of the preset, or the page itself, does not finish loading. */
export const NoBackendYet: Story = {
  args: { backend: undefined },
  parameters: { step: 'idle', consoleError: 'still loading after 15 seconds' },
  beforeEach: whileThePageLoads,
  play: ({ canvasElement: page }) => see(page, messages.reload),
};

/** The page does not configure a backend. */
export const Misconfigured: Story = {
  args: { backend: undefined },
  parameters: { step: 'idle', consoleError: 'Set base-url' },
  play: ({ canvasElement: page }) => seeError(page, 'misconfigured'),
};
