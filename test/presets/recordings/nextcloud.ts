import { TYPED, type RecordedExchange, type Recording } from '../recording.js';

const TOTP =
  'https://github.com/nextcloud/twofactor_totp/blob/6eab99e176440905d83bcc091a70c71b640098b3/lib/Controller/SettingsController.php';
const SERVER = 'https://github.com/nextcloud/server/blob';
const SECURITY = 'lib/private/AppFramework/Middleware/Security';
const READ = `${SERVER}/001260223e544b6b583cbd9a9a87f11273c1642d`;
const BRUTE_FORCE = `${SERVER}/05f6a42de187bbb89076905e60ed14f26c7bdd87/${SECURITY}/BruteForceMiddleware.php`;
const PASSWORD_CONFIRMATION = `${READ}/${SECURITY}/PasswordConfirmationMiddleware.php`;
const NOT_LOGGED_IN = `${READ}/${SECURITY}/Exceptions/NotLoggedInException.php`;
const FORGED = `${READ}/${SECURITY}/Exceptions/CrossSiteRequestForgeryException.php`;
const LOGIN = `${SERVER}/master/core/Controller/LoginController.php`;
const BACKUP_CODES = `${SERVER}/0447b53bda9fe95ea0cbed765aa332584605d652/apps/twofactor_backupcodes/lib/Controller/SettingsController.php`;

const SECRET = 'WQ5NBX3RT7M2KDVZ4YHCJ6FSAGPLEU2I';
const CODES = Array.from({ length: 10 }, (_, index) => `bTz4mNq8WcXr7Ks${index}`);
const headers = { requesttoken: 'q9Zk+1mV/0s=:Lx7=' };

const notConfirmed = {
  status: 403,
  body: { message: 'Password confirmation is required' },
};
const notLoggedIn = { status: 401, body: { message: 'Current user is not logged in' } };

/** A page that does not say how long to wait. */
const tooMany = {
  status: 429,
  headers: { 'Content-Type': 'text/html; charset=UTF-8' },
  body: '<!DOCTYPE html>',
};

const state = (value: 0 | 2): RecordedExchange => ({
  request: 'GET /apps/twofactor_totp/settings/state',
  headers,
  response: { status: 200, body: { state: value } },
  source: TOTP,
});

const enable = (
  body: object,
  response: RecordedExchange['response'],
  source = TOTP,
): RecordedExchange => ({
  request: 'POST /apps/twofactor_totp/settings/enable',
  headers,
  body,
  response,
  source,
});

const created = enable(
  { state: 1 },
  {
    status: 200,
    body: {
      state: 1,
      secret: SECRET,
      qrUrl: `otpauth://totp/Nextcloud%3Asanne%40cloud.profi.example?secret=${SECRET}&issuer=Nextcloud&algorithm=SHA1&image=https%3A%2F%2Fcloud.profi.example%2Findex.php%2Fapps%2Ftheming%2Ffavicon%2Fcore`,
    },
  },
);

const confirmPassword = (response: RecordedExchange['response']): RecordedExchange => ({
  request: 'POST /login/confirm',
  headers,
  body: { password: TYPED.password },
  response,
  source: LOGIN,
});

const confirmed = confirmPassword({ status: 200, body: { lastLogin: 1795341600 } });

const makeCodes = (
  response: RecordedExchange['response'],
  source = BACKUP_CODES,
): RecordedExchange => ({
  request: 'POST /apps/twofactor_backupcodes/settings/create',
  headers,
  response,
  source,
});

/** Nextcloud 35 with twofactor_totp 17.1. */
export const recording: Recording = {
  preset: 'nextcloud',
  baseUrl: '/index.php',
  markup: '<div data-requesttoken="q9Zk+1mV/0s=:Lx7="></div>',
  scenarios: [
    {
      name: 'linking, a wrong code, then the right one',
      tag: 'mfa-enrollment',
      steps: [
        { act: 'open', exchanges: [state(0), created], then: { qrCode: { secret: SECRET } } },
        {
          act: 'wrong code',
          exchanges: [
            enable({ state: 2, code: TYPED.wrongCode }, { status: 200, body: { state: 1 } }),
          ],
          then: { error: 'invalid-code', operation: 'confirmEnrollment' },
        },
        {
          act: 'right code',
          exchanges: [
            enable({ state: 2, code: TYPED.rightCode }, { status: 200, body: { state: 2 } }),
          ],
          then: { linked: {} },
        },
      ],
    },
    {
      name: 'linking after the password, a wrong one first',
      tag: 'mfa-enrollment',
      steps: [
        {
          act: 'open',
          exchanges: [state(0), enable({ state: 1 }, notConfirmed, PASSWORD_CONFIRMATION)],
          then: 'password asked',
        },
        {
          act: 'password',
          exchanges: [confirmPassword({ status: 403, body: [] })],
          then: { error: 'invalid-password', operation: 'stepUp' },
        },
        {
          act: 'password',
          exchanges: [confirmed, state(0), created],
          then: { qrCode: { secret: SECRET } },
        },
      ],
    },
    {
      name: 'linking, too many codes',
      tag: 'mfa-enrollment',
      steps: [
        { act: 'open', exchanges: [state(0), created], then: { qrCode: { secret: SECRET } } },
        {
          act: 'wrong code',
          exchanges: [enable({ state: 2, code: TYPED.wrongCode }, tooMany, BRUTE_FORCE)],
          then: { error: 'rate-limited', operation: 'confirmEnrollment' },
        },
      ],
    },
    {
      name: 'linking what is linked already',
      tag: 'mfa-enrollment',
      steps: [
        {
          act: 'open',
          exchanges: [state(2)],
          then: { error: 'already-linked', operation: 'startEnrollment' },
        },
      ],
    },
    {
      name: 'linking, on a page whose token is too old',
      tag: 'mfa-enrollment',
      steps: [
        {
          act: 'open',
          exchanges: [
            {
              ...state(0),
              response: { status: 412, body: { message: 'CSRF check failed' } },
              source: FORGED,
            },
          ],
          then: { error: 'csrf', operation: 'startEnrollment' },
        },
      ],
    },
    {
      name: 'the code at sign-in, posted as a form',
      tag: 'mfa-challenge',
      variables: { redirect_url: '/apps/files' },
      steps: [
        { act: 'open', exchanges: [], then: 'code asked' },
        {
          act: 'right code',
          exchanges: [],
          then: {
            leavesFor: '/index.php/login/challenge/totp?redirect_url=%2Fapps%2Ffiles',
            fields: { challenge: TYPED.rightCode },
          },
        },
      ],
    },
    {
      name: 'a recovery code at sign-in, posted as a form',
      tag: 'mfa-challenge',
      steps: [
        { act: 'open', exchanges: [], then: 'code asked' },
        {
          act: 'recovery code',
          exchanges: [],
          then: {
            leavesFor: '/index.php/login/challenge/backup_codes',
            fields: { challenge: TYPED.recoveryCode },
          },
        },
      ],
    },
    {
      name: 'unlinking after the password',
      tag: 'mfa-authenticators',
      steps: [
        { act: 'open', exchanges: [state(2)], then: { listed: [''] } },
        {
          act: 'unlink',
          exchanges: [enable({ state: 0 }, notConfirmed, PASSWORD_CONFIRMATION)],
          then: 'password asked',
        },
        {
          act: 'password',
          exchanges: [
            confirmed,
            enable({ state: 0 }, { status: 200, body: { state: 0 } }),
            state(0),
          ],
          then: { listed: [] },
        },
      ],
    },
    {
      name: 'the linked app of nobody who is signed in',
      tag: 'mfa-authenticators',
      steps: [
        {
          act: 'open',
          exchanges: [{ ...state(0), response: notLoggedIn, source: NOT_LOGGED_IN }],
          then: { error: 'signed-out', operation: 'listAuthenticators' },
        },
      ],
    },
    {
      name: 'new recovery codes of somebody who still has to give a code',
      tag: 'mfa-recovery-codes',
      steps: [
        { act: 'open', exchanges: [], then: { recoveryCodes: [] } },
        {
          act: 'generate recovery codes',
          exchanges: [
            makeCodes(
              { status: 303, headers: { Location: '/index.php/login/selectchallenge' } },
              `${SERVER}/0447b53bda9fe95ea0cbed765aa332584605d652/core/Middleware/TwoFactorMiddleware.php`,
            ),
          ],
          then: { error: 'signed-out', operation: 'generateRecoveryCodes' },
        },
      ],
    },
    {
      name: 'new recovery codes',
      tag: 'mfa-recovery-codes',
      steps: [
        { act: 'open', exchanges: [], then: { recoveryCodes: [] } },
        {
          act: 'generate recovery codes',
          exchanges: [makeCodes(notConfirmed, PASSWORD_CONFIRMATION)],
          then: 'password asked',
        },
        {
          act: 'password',
          exchanges: [
            confirmed,
            makeCodes({
              status: 200,
              body: { codes: CODES, state: { enabled: true, total: 10, used: 0 } },
            }),
          ],
          then: { recoveryCodes: CODES },
        },
      ],
    },
  ],
};
