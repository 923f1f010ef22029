import type { Meta } from '@storybook/web-components-vite';
import type { AuthenticatorsState } from '../src/flow/authenticators/authenticators.js';
import type { Authenticator, MfaError, MfaErrorKind } from '../src/index.js';
import { SAMPLE } from '../src/testing/index.js';
import { tooManyTries, wrongPassword } from './support/errors.js';
import { backendOf, flowMeta, renderFlow, type FlowStory } from './support/flow-story.js';
import {
  fillIn,
  keepRecoveryCodes,
  press,
  see,
  seeError,
  submitCode,
  submitPassword,
} from './support/person.js';
import { messages } from './support/find-message.js';

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
  title: 'Linked apps/mfa-authenticators',
  component: 'mfa-authenticators',
  render: renderFlow('mfa-authenticators'),
  parameters: {
    flow: 'authenticators',
    backend: { state: 'verified' },
    docs: {
      subtitle:
        'The list in the profile. It shows which apps are linked and since when; the user can rename one, remove one and link another.',
    },
  },
} satisfies Meta;

export const Loading: Story = {
  parameters: { step: 'loading', held: 'listAuthenticators' },
  play: ({ canvasElement: page }) => see(page, messages.lookedUp),
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

/** The maximum number of apps is linked, so another cannot be linked. */
export const AsManyAsCanBe: Story = {
  parameters: {
    step: 'listed',
    backend: {
      authenticators: severalApps,
      capabilities: { maxAuthenticators: 3, tellsLastUse: true },
    },
  },
  play: OneApp.play,
};

const DAY = 24 * 60 * 60 * 1000;

/** Hundreds of apps: only the rows in sight are laid out. */
export const FiveHundredApps: Story = {
  parameters: {
    step: 'listed',
    shows: 'amount',
    backend: {
      authenticators: Array.from({ length: 500 }, (_, index) => ({
        id: `app-${index}`,
        method: 'totp',
        name: index === 0 ? SAMPLE.authenticator.name : `Telefoon ${index}`,
        createdAt: new Date(Date.UTC(2026, 0, 12) - index * DAY),
        lastUsedAt: new Date(Date.UTC(2026, 2, 2) - index * DAY),
      })),
    },
  },
  play: OneApp.play,
};

/** By this device's clock the app was last used tomorrow, so the relative time is unknown. */
export const ClocksDiffer: Story = {
  parameters: {
    step: 'listed',
    backend: {
      on: {
        listAuthenticators: () => [
          { ...SAMPLE.authenticator, lastUsedAt: new Date(Date.now() + DAY) },
        ],
      },
    },
  },
  play: OneApp.play,
};

/** Names that no server should accept. They stay in their row, as plain text. */
export const HostileNames: Story = {
  parameters: {
    step: 'listed',
    // Marks above and below one letter: the text cannot break there.
    cutOff: 'z\u0335\u0489\u0321',
    backend: {
      authenticators: [
        'w'.repeat(10_000),
        '<img src=x onerror="alert(1)">',
        `z${'\u0335\u0489\u0321'.repeat(500)}algo`,
        'تطبيق المصادقة على هاتفي',
        '👩‍👩‍👧‍👦 van ons allemaal',
      ].map((name, index) => ({ ...SAMPLE.authenticator, id: `app-${index}`, name })),
    },
  },
  play: ({ canvasElement: page }) => see(page, '<img src=x onerror="alert(1)">'),
};

export const NoApps: Story = {
  tags: ['autodocs'],
  parameters: { step: 'listed', backend: { authenticators: [] } },
  play: ({ canvasElement: page }) => see(page, messages.noApps),
};

/** The server does not support changes, so there are no buttons. */
export const ReadOnly: Story = {
  parameters: {
    step: 'listed',
    backend: { without: ['unlinkAuthenticator', 'renameAuthenticator', 'startEnrollment'] },
  },
  play: OneApp.play,
};

export const Asking: Story = {
  parameters: { step: 'asking' },
  play: async ({ canvasElement: page }) => {
    await press(page, messages.removeGoogle);
    await see(page, messages.remove);
  },
};

export const AskingForOneOfSeveral: Story = {
  parameters: { step: 'asking', backend: { authenticators: severalApps } },
  play: async ({ canvasElement: page }) => {
    await press(page, messages.removeGoogle);
    await see(page, messages.otherAppsStay);
  },
};

async function unlink(page: HTMLElement): Promise<void> {
  await press(page, messages.removeGoogle);
  await press(page, messages.remove);
}

const refused = (
  error: MfaErrorKind | MfaError,
  step: Story['parameters']['step'],
  shown: MfaErrorKind | MfaError = error,
): Story => ({
  parameters: { step, backend: { on: { unlinkAuthenticator: error } } },
  play: async ({ canvasElement: page }) => {
    await unlink(page);
    await seeError(page, shown);
  },
});

export const OfflineWhileUnlinking = refused('offline', 'asking');

/** The time left is shown each second, also when the dialog is opened again. */
export const TooManyTriesWhileUnlinking = refused(tooManyTries, 'asking');

/** The user leaves the enrollment that has to wait; so does the next one. */
export const TooManyTriesWhileLinking: Story = {
  parameters: { step: 'listed', backend: { on: { startEnrollment: tooManyTries } } },
  play: async ({ canvasElement: page }) => {
    await press(page, messages.linkAnother);
    await seeError(page, tooManyTries);
    await press(page, messages.cancel);
    await see(page, messages.linkAnother);
  },
};

/** The server keeps at least one app linked. */
export const LastAppNeeded: Story = {
  parameters: { step: 'asking', backend: { on: { unlinkAuthenticator: 'limit-reached' } } },
  play: async ({ canvasElement: page }) => {
    await unlink(page);
    await see(page, messages.appNeeded);
  },
};

/** The user may not remove apps. */
export const RemovingNotAllowed: Story = {
  parameters: { step: 'asking', backend: { on: { unlinkAuthenticator: 'forbidden' } } },
  play: async ({ canvasElement: page }) => {
    await unlink(page);
    await see(page, messages.notYoursToRemove);
  },
};

/** The app was removed elsewhere; the list is loaded again and shows it. */
export const NotFound: Story = {
  parameters: { step: 'listed', backend: { on: { unlinkAuthenticator: 'not-found' } } },
  play: async ({ canvasElement: page }) => {
    await press(page, messages.removeGoogle);
    backendOf(page, 'mfa-authenticators').on.listAuthenticators = [];
    await press(page, messages.remove);
    await seeError(page, 'not-found');
  },
};

/** The outcome is unknown; the list is loaded again, and still has the app. */
export const AnswerLost = refused('unknown-outcome', 'listed', 'unexpected');

/** The outcome is unknown while the list is loaded again. */
export const LookingUp: Story = {
  parameters: { step: 'refreshing', backend: { on: { unlinkAuthenticator: 'unknown-outcome' } } },
  play: async ({ canvasElement: page }) => {
    backendOf(page, 'mfa-authenticators').hold('listAuthenticators');
    await unlink(page);
    await see(page, messages.looksUp);
  },
};

/** The outcome is unknown, and the list cannot be loaded again. */
export const OutcomeUnknown: Story = {
  parameters: { step: 'failed', backend: { on: { unlinkAuthenticator: 'unknown-outcome' } } },
  play: async ({ canvasElement: page }) => {
    backendOf(page, 'mfa-authenticators').on.listAuthenticators = 'offline';
    await unlink(page);
    await seeError(page, 'unknown-outcome');
  },
};

export const SignedOutWhileUnlinking = refused('signed-out', 'failed');

export const Unlinking: Story = {
  parameters: { step: 'unlinking', held: 'unlinkAuthenticator' },
  play: async ({ canvasElement: page }) => {
    await unlink(page);
    await see(page, messages.busy);
  },
};

export const PasswordAsked: Story = {
  parameters: { step: 'proving', backend: { stepUp: ['password'] } },
  play: async ({ canvasElement: page }) => {
    await unlink(page);
    await see(page, messages.password);
  },
};

export const CodeAsked: Story = {
  parameters: { step: 'proving', backend: { stepUp: ['code'] } },
  play: async ({ canvasElement: page }) => {
    await unlink(page);
    await see(page, messages.code);
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

/** The password is sent with the removal, and is wrong. */
export const WrongPasswordWithRemoval: Story = {
  ...PasswordAsked,
  play: async (context) => {
    const { canvasElement: page } = context;
    await PasswordAsked.play(context);
    backendOf(page, 'mfa-authenticators').on.unlinkAuthenticator = wrongPassword;
    await submitPassword(page);
    await seeError(page, 'invalid-password');
  },
};

export const CheckingPassword: Story = {
  parameters: { step: 'checking-proof', backend: { stepUp: ['password'] }, held: 'stepUp' },
  play: async ({ canvasElement: page }) => {
    await unlink(page);
    await submitPassword(page);
    await see(page, messages.busy);
  },
};

/** The app is removed and the list is loaded again. A row disappears only when the server confirms. */
export const Refreshing: Story = {
  parameters: { step: 'refreshing' },
  play: async ({ canvasElement: page }) => {
    await press(page, messages.removeGoogle);
    const list = backendOf(page, 'mfa-authenticators').hold('listAuthenticators');
    await press(page, messages.remove);
    await list.called;
  },
};

export const Unlinked: Story = {
  parameters: { step: 'listed', backend: { authenticators: severalApps } },
  play: async ({ canvasElement: page }) => {
    await unlink(page);
    await see(page, messages.removed);
  },
};

export const UnlinkedTheLast: Story = {
  parameters: { step: 'listed', backend: { stepUp: ['password'] } },
  play: async ({ canvasElement: page }) => {
    await unlink(page);
    await submitPassword(page);
    await see(page, messages.removed);
  },
};

export const Editing: Story = {
  tags: ['autodocs'],
  parameters: { step: 'editing', backend: { authenticators: severalApps } },
  play: async ({ canvasElement: page }) => {
    await press(page, messages.renameGoogle);
    await see(page, messages.appName);
  },
};

async function rename(page: HTMLElement, name = 'Werktelefoon'): Promise<void> {
  await press(page, messages.renameGoogle);
  await fillIn(page, messages.appName, `{Control>}a{/Control}{Backspace}${name}`);
  await press(page, messages.save);
}

export const NameMissing: Story = {
  parameters: { step: 'editing' },
  play: async ({ canvasElement: page }) => {
    await rename(page, '');
    await see(page, messages.nameMissing);
  },
};

export const NameTooLong: Story = {
  parameters: { step: 'editing' },
  play: async ({ canvasElement: page }) => {
    await rename(page, 'Telefoon '.repeat(10));
    await see(page, messages.nameTooLong);
  },
};

export const OfflineWhileRenaming: Story = {
  parameters: { step: 'editing', backend: { on: { renameAuthenticator: 'offline' } } },
  play: async ({ canvasElement: page }) => {
    await rename(page);
    await seeError(page, 'offline');
  },
};

export const Renaming: Story = {
  parameters: { step: 'renaming', held: 'renameAuthenticator' },
  play: async ({ canvasElement: page }) => {
    await rename(page);
    await see(page, messages.busy);
  },
};

export const PasswordAskedForAName: Story = {
  parameters: { step: 'proving', backend: { stepUp: ['password'] } },
  play: async ({ canvasElement: page }) => {
    await rename(page);
    await see(page, messages.password);
  },
};

export const Renamed: Story = {
  parameters: { step: 'listed' },
  play: async ({ canvasElement: page }) => {
    await rename(page);
    await see(page, messages.renamed);
  },
};

/** An app was linked in another tab; the list is loaded again silently. */
export const Rechecking: Story = {
  parameters: { step: 'rechecking' },
  play: async ({ canvasElement: page }) => {
    await see(page, SAMPLE.authenticator.name);
    const list = backendOf(page, 'mfa-authenticators').hold('listAuthenticators');
    tellFromAnotherTab();
    await list.called;
  },
};

export const ChangedElsewhere: Story = {
  parameters: { step: 'listed' },
  play: async ({ canvasElement: page }) => {
    await see(page, SAMPLE.authenticator.name);
    backendOf(page, 'mfa-authenticators').on.listAuthenticators = severalApps;
    tellFromAnotherTab();
    await see(page, messages.listUpdated);
  },
};

function tellFromAnotherTab(): void {
  const channel = new BroadcastChannel('mfa-elements:authenticators');
  channel.postMessage('changed');
  channel.close();
}

export const LinkingAnotherApp: Story = {
  parameters: { step: 'enrolling' },
  play: async ({ canvasElement: page }) => {
    await press(page, messages.linkAnother);
    await see(page, messages.code);
  },
};

/** Another app is linked and its recovery codes are stored. The list is shown again. */
export const AnotherAppLinked: Story = {
  parameters: { step: 'listed' },
  play: async ({ canvasElement: page }) => {
    await press(page, messages.linkAnother);
    await submitCode(page);
    await keepRecoveryCodes(page);
    await see(page, messages.anotherLinked);
  },
};

/** The server links no more apps. The reason is shown beside the list, where an app can be removed. */
export const NoMoreApps: Story = {
  parameters: { step: 'listed', backend: { on: { startEnrollment: 'limit-reached' } } },
  play: async ({ canvasElement: page }) => {
    await press(page, messages.linkAnother);
    await seeError(page, 'limit-reached');
  },
};

const cannotLoad = (error: MfaErrorKind): Story => ({
  parameters: { step: 'failed', backend: { on: { listAuthenticators: error } } },
  play: ({ canvasElement: page }) => seeError(page, error),
});

export const SignedOut = cannotLoad('signed-out');
export const Offline = cannotLoad('offline');

/** Some servers require a step-up before they return the list. */
export const ProofNeeded = cannotLoad('step-up-required');

/** The page does not configure a backend. */
export const Misconfigured: Story = {
  args: { backend: undefined },
  parameters: { step: 'idle', consoleError: 'Set base-url' },
  play: ({ canvasElement: page }) => seeError(page, 'misconfigured'),
};
