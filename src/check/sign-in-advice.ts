import { templateNames } from '../backend/definition/template.js';
import type { LoadedDefinitions } from './load-definitions.js';
import type { Command } from './read-command.js';

/** What to give for signing in; `undefined`: it can be done. */
export function signInAdvice(
  { password }: Pick<Command, 'password'>,
  signIn: LoadedDefinitions['signIn'],
): string | undefined {
  if (!signIn) return 'Give --sign-in, or what signs in as a variable or cookie.';
  const asks = templateNames(signIn.operations.stepUp).includes('password');
  return asks && password === undefined ? 'Give the password in MFA_PASSWORD.' : undefined;
}
