import type { Meta, StoryContext } from '@storybook/web-components-vite';
import { expect } from 'storybook/test';
import type { LoginState } from '../src/flow/login.js';
import { SAMPLE, type ScriptedBackend } from '../src/testing/index.js';
import {
  renderOnce,
  applyServerScenario,
  type FlowStory,
  type FlowTag,
} from './support/flow-story.js';
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

type Story = FlowStory<LoginState>;

/** The page of a portal. Its content changes as the user goes from one address to the next. */
const PAGE = 'journey-page';

const newTag = (tag: FlowTag, backend: object): HTMLElement =>
  Object.assign(document.createElement(tag), {
    backend,
    signInUrl: '#login',
    helpUrl: '#help',
    issuer: SAMPLE.issuer,
  });

function renderPage(_args: unknown, context: StoryContext): HTMLElement {
  return renderOnce(context, (backend) => {
    const page = document.createElement('div');
    page.className = PAGE;
    page.append(newTag('mfa-login', backend));
    return page;
  });
}

export default {
  title: 'Journey',
  component: 'mfa-login',
  render: renderPage,
  afterEach: applyServerScenario,
  parameters: {
    flow: 'login',
    backend: { stepUp: ['password'] },
    controls: { disable: true },
  },
} satisfies Meta;

/** Returns the server in memory that all pages use. */
function serverOf(canvas: HTMLElement): ScriptedBackend {
  const tag = canvas.querySelector('mfa-login') ?? canvas.querySelector('mfa-authenticators');
  if (!tag?.backend) throw new Error('There is no element on the page.');
  return tag.backend as ScriptedBackend;
}

/** Opens the page that contains this element. */
function open(canvas: HTMLElement, tag: FlowTag): void {
  canvas.querySelector(`.${PAGE}`)?.replaceChildren(newTag(tag, serverOf(canvas)));
}

/** Signs out, and enters the password again. */
function signInAgain(canvas: HTMLElement): void {
  serverOf(canvas).signInAgain();
  open(canvas, 'mfa-login');
}

const fromFirstToLast: Story['play'] = async ({ canvasElement: page, step }) => {
  await step('A. The first sign-in shows a QR code to scan', async () => {
    await see(page, messages.code);
  });
  await step('A. A digit is missing: the field says so, and the typed digits stay', async () => {
    await submitCode(page, '123 45');
    await see(page, messages.codeIncomplete);
  });
  await step('A. The right code links the app', async () => {
    await submitCode(page, '6');
    await see(page, messages.linked);
  });
  await step('A. The recovery codes are stored, and the portal opens', async () => {
    await keepRecoveryCodes(page);
    await expect(serverOf(page).state).toBe('verified');
  });
  await step('B. The next sign-in asks for the code; a wrong one is refused', async () => {
    signInAgain(page);
    await submitCode(page, '654321');
    await seeError(page, 'invalid-code');
  });
  await step('B. The right code opens the portal', async () => {
    await submitCode(page);
    await see(page, messages.signedIn);
  });
  await step('B. The phone is lost: a recovery code opens the portal', async () => {
    signInAgain(page);
    await press(page, messages.useRecoveryCode);
    await fillIn(page, messages.recoveryCode, SAMPLE.recoveryCodes[0]);
    await press(page, messages.verifyRecoveryCode);
    await see(page, messages.signedIn);
  });
  await step('C. The profile shows the linked app', async () => {
    open(page, 'mfa-authenticators');
    await see(page, messages.linkedApps);
    await see(page, SAMPLE.authenticator.name);
  });
  await step('C. The bin asks for confirmation, and then for the password', async () => {
    await press(page, messages.removeGoogle);
    await press(page, messages.remove);
    await submitPassword(page);
  });
  await step('C. The app is no longer linked', async () => {
    await see(page, messages.removed);
    await see(page, messages.noApps);
  });
  await step('C. The next sign-in links an app again', async () => {
    signInAgain(page);
    await submitCode(page);
    await keepRecoveryCodes(page);
    await expect(serverOf(page).state).toBe('verified');
  });
};

/** From the first sign-in to another phone, on one server in memory. The panel below shows the steps. */
export const FirstToLast: Story = { parameters: { step: 'enrolling' }, play: fromFirstToLast };

export const FirstToLastInEnglish: Story = { ...FirstToLast, globals: { locale: 'en' } };
export const FirstToLastInGerman: Story = { ...FirstToLast, globals: { locale: 'de' } };
export const FirstToLastInFrench: Story = { ...FirstToLast, globals: { locale: 'fr' } };
