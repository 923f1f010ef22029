import type { Meta } from '@storybook/web-components-vite';
import { expect } from 'storybook/test';
import type { LoginState } from '../src/flow/login.js';
import { backendOf, renderFlow, type FlowStory } from './support/flow-story.js';
import { keepRecoveryCodes, see, submitCode } from './support/person.js';
import { words } from './support/words.js';

type Story = FlowStory<LoginState>;

export default {
  title: 'Journey',
  component: 'mfa-login',
  render: renderFlow('mfa-login'),
  parameters: { flow: 'login' },
} satisfies Meta;

/** The page of the next sign-in, on the same server. */
async function signInAgain(page: HTMLElement): Promise<void> {
  const login = page.querySelector('mfa-login');
  backendOf(page, 'mfa-login').signInAgain();
  login?.remove();
  await Promise.resolve();
  if (login) page.append(login);
}

const signIn: Story['play'] = async ({ canvasElement: page, step }) => {
  await step('The first sign-in links an app', async () => {
    await submitCode(page);
    await keepRecoveryCodes(page);
    await see(page, words.linked);
    await expect(backendOf(page, 'mfa-login').state).toBe('verified');
  });
  await step('The next sign-in asks the code', async () => {
    await signInAgain(page);
    await submitCode(page);
    await see(page, words.signedIn);
    await expect(backendOf(page, 'mfa-login').state).toBe('verified');
  });
};

/** After the password: an app is linked the first time, its code is asked the next. */
export const SignIn: Story = { parameters: { step: 'challenging' }, play: signIn };

export const SignInInEnglish: Story = { ...SignIn, globals: { locale: 'en' } };
