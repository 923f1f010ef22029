import { newAccount } from '../../faults/account.js';
import { benchPage, SCRIPT_TAG, type BenchPage } from '../bench-page.js';

/** The first sign-in: an app has to be linked. */
export const linkingPage = (): BenchPage =>
  benchPage({
    name: 'mfa-login, QR code',
    head: SCRIPT_TAG,
    body: '<mfa-login base-url="/api"></mfa-login>',
    goal: 'qr-code',
    account: newAccount({ session: 'half', apps: [] }),
  });

/** The settings of a person who has linked so many apps. */
export const settingsPage = (count: number): BenchPage =>
  benchPage({
    name: `mfa-authenticators, ${count} apps`,
    head: SCRIPT_TAG,
    body: '<mfa-authenticators base-url="/api"></mfa-authenticators>',
    goal: 'list',
    count,
    account: newAccount({
      apps: Array.from({ length: count }, (_, index) => ({
        id: `app-${index + 1}`,
        name: `App ${index + 1}`,
      })),
    }),
  });
