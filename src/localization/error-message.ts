import { msg, str } from './msg.js';
import {
  DEFAULT_WAIT,
  LONGEST_WAIT,
  type MfaError,
  type MfaErrorKind,
} from '../backend/mfa-error.js';
import { ERROR_KINDS } from '../backend/error-kinds.js';
import { formatDuration } from './format-duration.js';
import { formatNumber } from './format-number.js';
import { misconfiguredMessage } from './misconfigured-message.js';
import { plural } from './plural.js';

/** Never "0 seconds": after the wait, the server should not refuse the person again. */
const wait = (seconds: number) =>
  formatDuration(Math.min(Math.max(1, Math.ceil(seconds)), LONGEST_WAIT));

/** One message for each kind: what happened, then what to do next. No blame, no jargon. */
const messages: Record<MfaErrorKind, (error: MfaError) => string> = {
  'invalid-code': () =>
    msg('This code is not right. Enter the code that is in your authenticator app now.', {
      id: 'error.invalid-code',
      desc: 'Errors: a six-digit code was refused',
    }),
  'code-reused': () =>
    msg('This code has been used already. Wait for the next code in your app and enter that.', {
      id: 'error.code-reused',
      desc: 'Errors: the code is right but was used before',
    }),
  'invalid-password': () =>
    msg('This password is not right. Check it and try again.', {
      id: 'error.invalid-password',
      desc: 'Errors: the password asked before a change was wrong',
    }),
  'invalid-recovery-code': () =>
    msg('This recovery code is not right or has been used. Check it, or use another one.', {
      id: 'error.invalid-recovery-code',
      desc: 'Errors: a recovery code was refused',
    }),
  'rate-limited': ({ facts }) =>
    msg(str`There were too many tries. Try again in ${wait(facts.retryAfter ?? DEFAULT_WAIT)}.`, {
      id: 'error.rate-limited',
      desc: 'Errors: too many tries; {0} is a time from "1 second" to "60 minutes"',
    }),
  locked: ({ facts }) =>
    facts.retryAfter === undefined
      ? msg('Signing in with a code has been blocked. Contact us to open it again.', {
          id: 'error.locked',
          desc: 'Errors: the account is locked until someone helps',
        })
      : msg(
          str`Signing in with a code has been blocked. Try again in ${wait(facts.retryAfter)}, or contact us.`,
          {
            id: 'error.locked-for',
            desc: 'Errors: the account is locked for a time; {0} is a time from "1 second" to "60 minutes"',
          },
        ),
  'enrollment-expired': () =>
    msg('The QR code no longer works. Link the app again with a new QR code.', {
      id: 'error.enrollment-expired',
      desc: 'Errors: the QR code is too old, or another has replaced it',
    }),
  'login-expired': () =>
    msg('Your sign-in has expired. Sign in with your password again.', {
      id: 'error.login-expired',
      desc: 'Errors: the sign-in between password and code is over, mostly after too much time',
    }),
  'signed-out': () =>
    msg('You are signed out. Sign in again to go on.', {
      id: 'error.signed-out',
      desc: 'Errors: the session has ended',
    }),
  'step-up-required': () =>
    msg('We want to be certain once more that it is you. Sign in again, then try again.', {
      id: 'error.step-up-required',
      desc: 'Errors: the server keeps asking to confirm who it is, even after the right password or code',
    }),
  'redirect-required': () =>
    msg('This goes on at another page. If that does not open by itself, try again.', {
      id: 'error.redirect-required',
      desc: 'Errors: the next step is on another page of the site or of its sign-in, and that page did not open',
    }),
  'already-linked': () =>
    msg('An authenticator app is linked already. Sign in again to use it.', {
      id: 'error.already-linked',
      desc: 'Errors: there is a link already',
    }),
  'not-found': () =>
    msg('This link no longer exists. Nothing needs to be done.', {
      id: 'error.not-found',
      desc: 'Errors: the linked app was already removed elsewhere',
    }),
  'limit-reached': () =>
    msg('You cannot link more apps. Remove a link first.', {
      id: 'error.limit-reached',
      desc: 'Errors: the highest number of linked apps is reached',
    }),
  forbidden: () =>
    msg('This is not allowed with your account. Contact us if you need it.', {
      id: 'error.forbidden',
      desc: 'Errors: no permission',
    }),
  csrf: () =>
    msg('This page is out of date. Reload the page and try again.', {
      id: 'error.csrf',
      desc: 'Errors: the protection against forged requests no longer matches',
    }),
  offline: () =>
    msg('There is no internet connection. Check the connection and try again.', {
      id: 'error.offline',
      desc: 'Errors: the device is offline',
    }),
  timeout: () =>
    msg('This is taking too long. Try again.', {
      id: 'error.timeout',
      desc: 'Errors: no answer in time',
    }),
  unavailable: ({ facts }) =>
    facts.retryAfter === undefined
      ? msg('We cannot be reached right now. Try again in a few minutes.', {
          id: 'error.unavailable',
          desc: 'Errors: the server is down',
        })
      : msg(str`We cannot be reached right now. Try again in ${wait(facts.retryAfter)}.`, {
          id: 'error.unavailable-for',
          desc: 'Errors: the server is down and says for how long; {0} is a time from "1 second" to "60 minutes"',
        }),
  'unknown-outcome': () =>
    msg(
      'There was no clear answer, so we do not know whether this worked. Check that, and try again if not.',
      {
        id: 'error.unknown-outcome',
        desc: 'Errors: a change was sent but no answer came that says whether it was made',
      },
    ),
  misconfigured: misconfiguredMessage,
  unexpected: () =>
    msg('Something went wrong on our side. Try again.', {
      id: 'error.unexpected',
      desc: 'Errors: anything not foreseen',
    }),
};

/** The number of attempts left at and below which it is shown: before that it only worries. */
const FEW_ATTEMPTS = 3;

/** How many attempts are left, if they are few. */
function attemptsLeft({ facts: { attemptsLeft: count, retryAfter = 0 } }: MfaError): string {
  if (count === undefined || count < 0 || count > FEW_ATTEMPTS) return '';
  if (count === 0) {
    // The time to wait says the same, and more.
    if (retryAfter > 0) return '';
    return msg('Trying is now blocked for a while.', {
      id: 'error.attempts-left.none',
      desc: 'Errors: a sentence after the one about a refused code or password; no try is left for now',
    });
  }
  return plural(count, {
    one: () =>
      msg('You can try once more. After that, trying is blocked for a while.', {
        id: 'error.attempts-left.one',
        desc: 'Errors: a sentence after the one about a refused code or password; one try is left',
      }),
    other: () =>
      msg(str`You can try ${formatNumber(count)} more times.`, {
        id: 'error.attempts-left.other',
        desc: 'Errors: a sentence after the one about a refused code or password; {0} is 2 or 3',
      }),
  });
}

/** How long the next try has to wait after a refused one. It stays true while that time passes. */
const waitAfter = ({ kind, facts: { retryAfter = 0 } }: MfaError): string =>
  ERROR_KINDS[kind].waits === 'next-try' && retryAfter > 0
    ? msg(str`After this try you have to wait ${wait(retryAfter)}.`, {
        id: 'error.wait-after',
        desc: 'Errors: a sentence after the one about a refused code or password; {0} is a time from "1 second" to "60 minutes"; the time left is counted down elsewhere',
      })
    : '';

/**
 * Tells the person what went wrong, what to do next, how many attempts are left if they are few, and how
 * long to wait.
 *
 * @param error Any error of a backend.
 * @param explanation Replaces the message of the error kind, if more is known.
 * @returns A few sentences in the locale of the page. Never text that came from a server.
 */
export function errorMessage(error: MfaError, explanation?: string): string {
  const message = explanation ?? messages[error.kind](error);
  return [message, attemptsLeft(error), waitAfter(error)].filter(Boolean).join(' ');
}
