import { TYPED, type RecordedExchange, type Recording } from '../recording.js';

const PLUGIN = 'https://github.com/WordPress/two-factor/blob/0.16.0';
const TOTP = `${PLUGIN}/providers/class-two-factor-totp.php`;
const BACKUP_CODES = `${PLUGIN}/providers/class-two-factor-backup-codes.php`;
const CORE = `${PLUGIN}/class-two-factor-core.php`;
const REST = 'https://developer.wordpress.org/rest-api/using-the-rest-api/authentication/';
const REST_SERVER =
  'https://github.com/WordPress/wordpress-develop/blob/69c55e3d2b805eb86281c3e66c286bc1aa9c5e3f/src/wp-includes/rest-api/class-wp-rest-server.php';

/** Of the bytes 0 to 19. */
const SECRET = 'AAAQEAYEAUDAOCAJBIFQYDIOB4IBCEQT';
const RECOVERY_CODES = [
  '19283746',
  '55501234',
  '90817263',
  '44120987',
  '31415926',
  '27182818',
  '16180339',
  '14142135',
  '17320508',
  '22360679',
];

const LOGIN_FORM = 'https://profi.example/wp-login.php?action=validate_2fa';

const exchange = (
  request: string,
  response: RecordedExchange['response'],
  source: string,
  body?: object,
  nonce = 'a1b2c3d4e5',
): RecordedExchange => ({
  request,
  headers: { 'X-WP-Nonce': nonce },
  ...(body && { body }),
  response,
  source,
});

const refused = (status: number, code: string, message: string): RecordedExchange['response'] => ({
  status,
  body: { code, message, data: { status } },
});

const setUp = (code: string, response: RecordedExchange['response'], nonce?: string) =>
  exchange(
    'POST /totp',
    response,
    TOTP,
    { user_id: 7, key: SECRET, code, enable_provider: true },
    nonce,
  );
const done: RecordedExchange['response'] = {
  status: 200,
  body: { success: true, html: '<div></div>' },
};

const remove = (response: RecordedExchange['response']): RecordedExchange =>
  exchange('DELETE /totp?user_id=7', response, TOTP);

const generate = (response: RecordedExchange['response']): RecordedExchange =>
  exchange('POST /generate-backup-codes', response, BACKUP_CODES, {
    user_id: 7,
    enable_provider: true,
  });

/** An error that states no status: WordPress takes 500. */
const revalidationRequired: RecordedExchange['response'] = {
  status: 500,
  body: {
    code: 'revalidation_required',
    message: 'Two Factor Revalidation required.',
    data: null,
  },
};
const revalidateUrl =
  'https://profi.example/wp-login.php?action=revalidate_2fa&redirect_to=%2Faccount';

const hiddenFields = {
  'wp-auth-id': '7',
  'wp-auth-nonce': 'f0e1d2c3b4',
  redirect_to: 'https://profi.example/wp-admin/',
  rememberme: '0',
};

/** WordPress with Two Factor, the settings of user 7 and the page that asks for the code. */
export const recording: Recording = {
  preset: 'wordpress-two-factor',
  baseUrl: 'https://profi.example/wp-json/two-factor/1.0',
  issuer: 'ProfiAdviseur',
  account: 'sanne',
  variables: { nonce: 'a1b2c3d4e5', userId: 7, linked: true, revalidateUrl },
  markup: `<form name="validate_2fa_form" id="loginform" action="${LOGIN_FORM}" method="post" hidden>
      <input type="hidden" name="provider" value="Two_Factor_Totp" />
      ${Object.entries(hiddenFields)
        .map(([name, value]) => `<input type="hidden" name="${name}" value="${value}" />`)
        .join('')}
    </form>`,
  scenarios: [
    {
      name: 'linking, a wrong code, then the right one, each with a fresh nonce',
      tag: 'mfa-enrollment',
      variables: { nonce: 'a1b2c3d4e5', userId: 7, linked: false },
      steps: [
        { act: 'open', exchanges: [], then: { qrCode: { secret: SECRET } } },
        {
          act: 'wrong code',
          exchanges: [
            setUp(TYPED.wrongCode, {
              ...refused(400, 'invalid_key_code', 'Invalid Two Factor Authentication code.'),
              headers: { 'X-WP-Nonce': 'b2c3d4e5f6' },
            }),
          ],
          then: { error: 'invalid-code', operation: 'confirmEnrollment' },
        },
        {
          act: 'right code',
          exchanges: [setUp(TYPED.rightCode, done, 'b2c3d4e5f6')],
          then: { linked: {} },
        },
      ],
    },
    {
      name: 'linking, signed out meanwhile',
      tag: 'mfa-enrollment',
      steps: [
        { act: 'open', exchanges: [], then: { qrCode: { secret: SECRET } } },
        {
          act: 'right code',
          exchanges: [
            {
              ...setUp(
                TYPED.rightCode,
                refused(401, 'rest_forbidden', 'Sorry, you are not allowed to do that.'),
              ),
              source: REST_SERVER,
            },
          ],
          then: { error: 'signed-out', operation: 'confirmEnrollment' },
        },
      ],
    },
    {
      name: 'linking for another user',
      tag: 'mfa-enrollment',
      steps: [
        { act: 'open', exchanges: [], then: { qrCode: { secret: SECRET } } },
        {
          act: 'right code',
          exchanges: [
            {
              ...setUp(
                TYPED.rightCode,
                refused(403, 'rest_forbidden', 'Sorry, you are not allowed to do that.'),
              ),
              source: REST_SERVER,
            },
          ],
          then: { error: 'forbidden', operation: 'confirmEnrollment' },
        },
      ],
    },
    {
      name: 'a code at sign-in',
      tag: 'mfa-challenge',
      steps: [
        { act: 'open', exchanges: [], then: 'code asked' },
        {
          act: 'right code',
          exchanges: [],
          then: {
            leavesFor: LOGIN_FORM,
            fields: { provider: 'Two_Factor_Totp', ...hiddenFields, authcode: TYPED.rightCode },
          },
        },
      ],
    },
    {
      name: 'a recovery code at sign-in',
      tag: 'mfa-challenge',
      steps: [
        { act: 'open', exchanges: [], then: 'code asked' },
        {
          act: 'recovery code',
          exchanges: [],
          then: {
            leavesFor: LOGIN_FORM,
            fields: {
              provider: 'Two_Factor_Backup_Codes',
              ...hiddenFields,
              // What is not a digit is left as it was typed, apart from the hyphens.
              'two-factor-backup-code': 'abcdefgh1234',
            },
          },
        },
      ],
    },
    {
      name: 'unlinking',
      tag: 'mfa-authenticators',
      steps: [
        { act: 'open', exchanges: [], then: { listed: [''] } },
        { act: 'unlink', exchanges: [remove(done)], then: { listed: [] } },
      ],
    },
    {
      name: 'unlinking long after the code at sign-in',
      tag: 'mfa-authenticators',
      steps: [
        { act: 'open', exchanges: [], then: { listed: [''] } },
        {
          act: 'unlink',
          exchanges: [{ ...remove(revalidationRequired), source: CORE }],
          then: { leavesFor: revalidateUrl },
        },
      ],
    },
    {
      name: 'unlinking on a page whose nonce is too old',
      tag: 'mfa-authenticators',
      steps: [
        { act: 'open', exchanges: [], then: { listed: [''] } },
        {
          act: 'unlink',
          exchanges: [
            {
              ...remove(refused(403, 'rest_cookie_invalid_nonce', 'Cookie nonce is invalid')),
              source: REST,
            },
          ],
          then: { error: 'csrf', operation: 'unlinkAuthenticator' },
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
          exchanges: [
            generate({
              status: 200,
              body: {
                codes: RECOVERY_CODES,
                download_link: 'data:application/text;charset=utf-8,',
                remaining: 10,
                i18n: {
                  count: '10 unused codes remaining, each recovery code can only be used once.',
                },
              },
            }),
          ],
          then: { recoveryCodes: RECOVERY_CODES },
        },
      ],
    },
  ],
};
