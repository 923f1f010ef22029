import type { Meta } from '@storybook/web-components-vite';
import type { AuthenticatorsState } from '../src/flow/authenticators.js';
import type { Authenticator, MfaErrorKind } from '../src/index.js';
import { SAMPLE } from '../src/testing/index.js';
import { backendOf, flowMeta, renderFlow, type FlowStory } from './support/flow-story.js';
import { press, see, seeError, submitPassword } from './support/person.js';
import { words } from './support/words.js';

type Story = FlowStory<AuthenticatorsState>;

/** Several apps: one never used, one without a name or dates. */
const severalApps: readonly Authenticator[] = [
  SAMPLE.authenticator,
  {
    id: 'app-2',
    method: 'totp',
    name: 'Microsoft Authenticator op de tablet van kantoor',
    createdAt: new Date('2026-02-20T10:00:00Z'),
  },
  { id: 'app-3', method: 'totp' },
];

export default {
  ...flowMeta,
  title: 'Flows/mfa-authenticators',
  component: 'mfa-authenticators',
  render: renderFlow('mfa-authenticators'),
  parameters: { flow: 'authenticators', backend: { state: 'verified' } },
} satisfies Meta;

export const Loading: Story = {
  parameters: { step: 'loading', held: 'listAuthenticators' },
  play: ({ canvasElement: page }) => see(page, words.lookedUp),
};

export const OneApp: Story = {
  parameters: { step: 'listed' },
  play: ({ canvasElement: page }) => see(page, SAMPLE.authenticator.name),
};

export const SeveralApps: Story = {
  tags: ['autodocs'],
  parameters: { step: 'listed', backend: { authenticators: severalApps } },
  play: OneApp.play,
};

export const NoApps: Story = {
  tags: ['autodocs'],
  parameters: { step: 'listed', backend: { authenticators: [] } },
  play: ({ canvasElement: page }) => see(page, words.noApps),
};

/** The server cannot remove a link, so there is no bin. */
export const ReadOnly: Story = {
  parameters: { step: 'listed', backend: { without: ['unlinkAuthenticator'] } },
  play: OneApp.play,
};

export const Asking: Story = {
  parameters: { step: 'asking' },
  play: async ({ canvasElement: page }) => {
    await press(page, words.removeGoogle);
    await see(page, words.remove);
  },
};

export const AskingForOneOfSeveral: Story = {
  parameters: { step: 'asking', backend: { authenticators: severalApps } },
  play: async ({ canvasElement: page }) => {
    await press(page, words.removeGoogle);
    await see(page, words.otherAppsStay);
  },
};

export const AskingInTheDark: Story = { ...Asking, globals: { theme: 'dark' } };

async function unlink(page: HTMLElement): Promise<void> {
  await press(page, words.removeGoogle);
  await press(page, words.remove);
}

const refused = (error: MfaErrorKind, step: Story['parameters']['step']): Story => ({
  parameters: { step, backend: { on: { unlinkAuthenticator: error } } },
  play: async ({ canvasElement: page }) => {
    await unlink(page);
    await seeError(page, error);
  },
});

export const OfflineWhileUnlinking = refused('offline', 'asking');
export const Forbidden = refused('forbidden', 'asking');

/** It was removed elsewhere, as the list shows that is then read again. */
export const NotFound: Story = {
  parameters: { step: 'listed', backend: { on: { unlinkAuthenticator: 'not-found' } } },
  play: async ({ canvasElement: page }) => {
    await press(page, words.removeGoogle);
    backendOf(page, 'mfa-authenticators').on.listAuthenticators = [];
    await press(page, words.remove);
    await seeError(page, 'not-found');
  },
};

/** Whether it was removed is not known: the list is read again and tells. */
export const AnswerLost = refused('unknown-outcome', 'listed');
export const SignedOutWhileUnlinking = refused('signed-out', 'failed');

export const Unlinking: Story = {
  parameters: { step: 'unlinking', held: 'unlinkAuthenticator' },
  play: async ({ canvasElement: page }) => {
    await unlink(page);
    await see(page, words.busy);
  },
};

export const PasswordAsked: Story = {
  parameters: { step: 'proving', backend: { stepUp: ['password'] } },
  play: async ({ canvasElement: page }) => {
    await unlink(page);
    await see(page, words.password);
  },
};

export const CodeAsked: Story = {
  parameters: { step: 'proving', backend: { stepUp: ['code'] } },
  play: async ({ canvasElement: page }) => {
    await unlink(page);
    await see(page, words.code);
  },
};

export const PasswordOrCodeAsked: Story = {
  parameters: { step: 'proving', backend: { stepUp: ['password', 'code'] } },
  play: PasswordAsked.play,
};

export const WrongPassword: Story = {
  parameters: { step: 'proving', backend: { stepUp: ['password'] } },
  play: async ({ canvasElement: page }) => {
    await unlink(page);
    await submitPassword(page, 'welkom');
    await seeError(page, 'invalid-password');
  },
};

export const CheckingPassword: Story = {
  parameters: { step: 'checking-proof', backend: { stepUp: ['password'] }, held: 'stepUp' },
  play: async ({ canvasElement: page }) => {
    await unlink(page);
    await submitPassword(page);
    await see(page, words.busy);
  },
};

/** The link is removed and the list is read again; nothing is taken off it before the server says so. */
export const Refreshing: Story = {
  parameters: { step: 'refreshing' },
  play: async ({ canvasElement: page }) => {
    await press(page, words.removeGoogle);
    const list = backendOf(page, 'mfa-authenticators').hold('listAuthenticators');
    await press(page, words.remove);
    await list.called;
  },
};

export const Unlinked: Story = {
  parameters: { step: 'listed', backend: { authenticators: severalApps } },
  play: async ({ canvasElement: page }) => {
    await unlink(page);
    await see(page, words.removed);
  },
};

export const UnlinkedTheLast: Story = {
  parameters: { step: 'listed', backend: { stepUp: ['password'] } },
  play: async ({ canvasElement: page }) => {
    await unlink(page);
    await submitPassword(page);
    await see(page, words.removed);
  },
};

const cannotLoad = (error: MfaErrorKind): Story => ({
  parameters: { step: 'failed', backend: { on: { listAuthenticators: error } } },
  play: ({ canvasElement: page }) => seeError(page, error),
});

export const SignedOut = cannotLoad('signed-out');
export const Offline = cannotLoad('offline');

/** The owner of the page has not said where the backend is. */
export const Misconfigured: Story = {
  args: { backend: undefined },
  parameters: { step: 'idle', consoleError: 'Set base-url' },
  play: ({ canvasElement: page }) => seeError(page, 'misconfigured'),
};
