import type { Meta } from '@storybook/web-components-vite';
import type { RecoveryCodesState } from '../src/flow/recovery-codes.js';
import type { MfaErrorKind, RecoveryCodesStatus } from '../src/index.js';
import { SAMPLE } from '../src/testing/index.js';
import { tooManyTries } from './support/errors.js';
import { backendOf, flowMeta, renderFlow, type FlowStory } from './support/flow-story.js';
import { finishRecoveryCodes, press, see, seeError, submitPassword } from './support/person.js';
import { messages } from './support/find-message.js';

type Story = FlowStory<RecoveryCodesState>;

export default {
  ...flowMeta,
  title: 'Recovery codes/mfa-recovery-codes',
  component: 'mfa-recovery-codes',
  args: { ...flowMeta.args, issuer: SAMPLE.issuer },
  render: renderFlow('mfa-recovery-codes'),
  parameters: {
    flow: 'recovery-codes',
    backend: { state: 'verified' },
    docs: {
      subtitle:
        'The part of the profile where the user sees how many recovery codes are left and generates new ones.',
    },
  },
} satisfies Meta;

export const Loading: Story = {
  parameters: { step: 'loading', held: 'recoveryCodesStatus' },
  play: ({ canvasElement: page }) => see(page, messages.codesLookedUp),
};

const left = (status: RecoveryCodesStatus): Story => ({
  parameters: { step: 'status', backend: { on: { recoveryCodesStatus: status } } },
  play: ({ canvasElement: page }) => see(page, messages.generateCodes),
});

const createdAt = new Date('2026-01-12T08:30:00Z');
export const SevenLeft: Story = {
  ...left({ left: 7, total: 10, createdAt }),
  tags: ['autodocs'],
};
export const ThreeLeft = left({ left: 3, total: 10, createdAt });
export const SevenLeftOfUnknown = left({ left: 7 });
export const OneLeftOfUnknown = left({ left: 1 });
const noneLeft = { left: 0, total: 10, createdAt };
export const NoneLeft = left(noneLeft);
const noneEver = { left: 0, total: 0 };
const neverMade = { on: { recoveryCodesStatus: noneEver } };
export const NeverMade = left(noneEver);

/** The server does not return how many are left. */
export const WithoutNumbers: Story = {
  parameters: { step: 'status', backend: { without: ['recoveryCodesStatus'] } },
  play: ({ canvasElement: page }) => see(page, messages.generateCodes),
};

/** The server does not generate new ones. */
export const ReadOnly: Story = {
  parameters: { step: 'status', backend: { without: ['generateRecoveryCodes'] } },
  play: ({ canvasElement: page }) => see(page, messages.codesLeft),
};

export const Asking: Story = {
  parameters: { step: 'asking' },
  play: async ({ canvasElement: page }) => {
    await press(page, messages.generateCodes);
    await see(page, messages.makeCodes);
  },
};

/** There were no codes, so none stops working. */
export const AskingForTheFirst: Story = {
  ...Asking,
  parameters: { step: 'asking', backend: neverMade },
};

/** Every code has been used, so none stops working. */
export const AskingWithNoneLeft: Story = {
  ...Asking,
  parameters: { step: 'asking', backend: { on: { recoveryCodesStatus: noneLeft } } },
};

async function generate(page: HTMLElement): Promise<void> {
  await press(page, messages.generateCodes);
  await press(page, messages.makeCodes);
}

export const Generating: Story = {
  parameters: { step: 'generating', held: 'generateRecoveryCodes' },
  play: async ({ canvasElement: page }) => {
    await generate(page);
    await see(page, messages.busy);
  },
};

export const OfflineWhileGenerating: Story = {
  parameters: { step: 'asking', backend: { on: { generateRecoveryCodes: 'offline' } } },
  play: async ({ canvasElement: page }) => {
    await generate(page);
    await seeError(page, 'offline');
  },
};

/** The time left is shown each second, also when the dialog is opened again. */
export const TooManyTriesWhileGenerating: Story = {
  parameters: { step: 'asking', backend: { on: { generateRecoveryCodes: tooManyTries } } },
  play: async ({ canvasElement: page }) => {
    await generate(page);
    await seeError(page, tooManyTries);
  },
};

/** The old codes may have stopped working, and the user has not seen the new ones. */
export const LostAnswer: Story = {
  parameters: { step: 'status', backend: { on: { generateRecoveryCodes: 'unknown-outcome' } } },
  play: async ({ canvasElement: page }) => {
    await generate(page);
    await see(page, messages.codesUnknown);
  },
};

export const PasswordAsked: Story = {
  parameters: { step: 'proving', backend: { stepUp: ['password'] } },
  play: async ({ canvasElement: page }) => {
    await generate(page);
    await see(page, messages.password);
  },
};

export const CodeAsked: Story = {
  parameters: { step: 'proving', backend: { stepUp: ['code'] } },
  play: async ({ canvasElement: page }) => {
    await generate(page);
    await see(page, messages.code);
  },
};

export const WrongPassword: Story = {
  parameters: { step: 'proving', backend: { stepUp: ['password'] } },
  play: async ({ canvasElement: page }) => {
    await generate(page);
    await submitPassword(page, 'welkom');
    await seeError(page, 'invalid-password');
  },
};

export const CheckingPassword: Story = {
  parameters: { step: 'checking-proof', backend: { stepUp: ['password'] }, held: 'stepUp' },
  play: async ({ canvasElement: page }) => {
    await generate(page);
    await submitPassword(page);
    await see(page, messages.busy);
  },
};

export const NewCodes: Story = {
  parameters: { step: 'generated' },
  play: async ({ canvasElement: page }) => {
    await generate(page);
    await see(page, SAMPLE.recoveryCodes[9]);
  },
};

const oneCode = SAMPLE.recoveryCodes.slice(0, 1);

const seesFirstCode: Story['play'] = async ({ canvasElement: page }) => {
  await generate(page);
  await see(page, SAMPLE.recoveryCodes[0]);
};

/** Some servers return one code at a time. */
export const NewCode: Story = {
  parameters: { step: 'generated', backend: { recoveryCodes: oneCode } },
  play: seesFirstCode,
};

export const FirstCodes: Story = {
  parameters: { step: 'generated', backend: neverMade },
  play: seesFirstCode,
};

export const FirstCode: Story = {
  parameters: { step: 'generated', backend: { ...neverMade, recoveryCodes: oneCode } },
  play: seesFirstCode,
};

export const NotKeptYet: Story = {
  parameters: { step: 'generated' },
  play: async ({ canvasElement: page }) => {
    await generate(page);
    await press(page, messages.done);
    await see(page, messages.keepFirst);
  },
};

export const Renewed: Story = {
  parameters: { step: 'status', backend: { recoveryCodes: SAMPLE.recoveryCodes } },
  play: async ({ canvasElement: page }) => {
    backendOf(page, 'mfa-recovery-codes').on.recoveryCodesStatus = { left: 2, total: 10 };
    await generate(page);
    delete backendOf(page, 'mfa-recovery-codes').on.recoveryCodesStatus;
    await finishRecoveryCodes(page);
    await see(page, messages.codesRenewed);
  },
};

/** The user has stored the first codes. */
export const Made: Story = {
  parameters: { step: 'status', backend: neverMade },
  play: async ({ canvasElement: page }) => {
    await generate(page);
    delete backendOf(page, 'mfa-recovery-codes').on.recoveryCodesStatus;
    await finishRecoveryCodes(page);
    await see(page, messages.codesMade);
  },
};

const cannotLoad = (error: MfaErrorKind): Story => ({
  parameters: { step: 'failed', backend: { on: { recoveryCodesStatus: error } } },
  play: ({ canvasElement: page }) => seeError(page, error),
});

export const SignedOut = cannotLoad('signed-out');
export const Offline = cannotLoad('offline');

/** The page does not configure a backend. */
export const Misconfigured: Story = {
  args: { backend: undefined },
  parameters: { step: 'idle', consoleError: 'Set base-url' },
  play: ({ canvasElement: page }) => seeError(page, 'misconfigured'),
};
