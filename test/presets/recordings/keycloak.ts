import { TYPED, type RecordedExchange, type Recording } from '../recording.js';

const SERVICES =
  'https://github.com/keycloak/keycloak/blob/12987d605dc2abf2f9d7162cdbf98e8d386552df/services/src/main/java/org/keycloak';
const CREDENTIALS = `${SERVICES}/services/resources/account/AccountCredentialResource.java`;
const LOADER = `${SERVICES}/services/resources/account/AccountLoader.java`;

const REALM = 'https://login.profi.example/realms/profi';
const PHONE = '8f3a2c1e-5b7d-4e9f-a0c6-2d4b6f8e1a3c';
const CLIENT =
  'client_id=portaal&redirect_uri=https%3A%2F%2Fprofi.example%2Fbeveiliging&state=Zx81';

const headers = { Authorization: 'Bearer eyJhbGciOiJSUzI1NiJ9.e30.c2ln' };

const page = (action: string) =>
  `${REALM}/protocol/openid-connect/auth?response_type=code&scope=openid&${CLIENT}&kc_action=${action}`;

const list = (...credentials: object[]): RecordedExchange => ({
  request: 'GET /account/credentials?type=otp',
  headers,
  response: {
    status: 200,
    body: [
      {
        type: 'otp',
        category: 'two-factor',
        displayName: 'otp-display-name',
        helptext: 'otp-help-text',
        iconCssClass: 'kcAuthenticatorOTPClass',
        createAction: 'CONFIGURE_TOTP',
        removeable: true,
        userCredentialMetadatas: credentials.map((credential) => ({ credential })),
      },
    ],
  },
  source: CREDENTIALS,
});

const phone = {
  id: PHONE,
  type: 'otp',
  userLabel: 'Telefoon',
  createdDate: 1793520000000,
  credentialData: '{"subType":"totp","digits":6,"counter":0,"period":30,"algorithm":"HmacSHA1"}',
};

/** An app that another directory keeps, of which Keycloak knows nothing but that it is there. */
const elsewhere = { id: 'otp-id', type: 'otp', createdDate: -1, priority: 0 };

const renaming = {
  request: `PUT /account/credentials/${PHONE}/label`,
  headers,
  body: TYPED.name,
  source: CREDENTIALS,
};

/** Keycloak 26. Bodies of failed answers are left out: nothing is read from them. */
export const recording: Recording = {
  preset: 'keycloak',
  baseUrl: REALM,
  variables: {
    accessToken: 'eyJhbGciOiJSUzI1NiJ9.e30.c2ln',
    client_id: 'portaal',
    redirect_uri: 'https://profi.example/beveiliging',
    state: 'Zx81',
  },
  scenarios: [
    {
      name: 'linking, at a page of Keycloak',
      tag: 'mfa-enrollment',
      steps: [{ act: 'open', exchanges: [], then: { leavesFor: page('CONFIGURE_TOTP') } }],
    },
    {
      name: 'the linked apps, and a new name',
      tag: 'mfa-authenticators',
      steps: [
        { act: 'open', exchanges: [list(phone, elsewhere)], then: { listed: ['Telefoon', ''] } },
        {
          act: 'rename',
          exchanges: [{ ...renaming, response: { status: 204 } }],
          then: { listed: [TYPED.name, ''] },
        },
      ],
    },
    {
      name: 'a new name for an app that is gone',
      tag: 'mfa-authenticators',
      steps: [
        { act: 'open', exchanges: [list(phone)], then: { listed: ['Telefoon'] } },
        {
          act: 'rename',
          exchanges: [{ ...renaming, response: { status: 404 } }, list()],
          then: { error: 'not-found', operation: 'renameAuthenticator' },
        },
      ],
    },
    {
      name: 'linking one more, at a page of Keycloak',
      tag: 'mfa-authenticators',
      steps: [
        { act: 'open', exchanges: [list(phone)], then: { listed: ['Telefoon'] } },
        { act: 'link another', exchanges: [], then: { leavesFor: page('CONFIGURE_TOTP') } },
      ],
    },
    {
      name: 'unlinking, at a page of Keycloak',
      tag: 'mfa-authenticators',
      steps: [
        { act: 'open', exchanges: [list(phone)], then: { listed: ['Telefoon'] } },
        {
          act: 'unlink',
          exchanges: [],
          then: { leavesFor: page(`delete_credential:${PHONE}`) },
        },
      ],
    },
    {
      name: 'the linked apps, with a token that has run out',
      tag: 'mfa-authenticators',
      steps: [
        {
          act: 'open',
          exchanges: [{ ...list(), response: { status: 401 }, source: LOADER }],
          then: { error: 'signed-out', operation: 'listAuthenticators' },
        },
      ],
    },
    {
      name: 'the linked apps, with a token that may not see them',
      tag: 'mfa-authenticators',
      steps: [
        {
          act: 'open',
          exchanges: [{ ...list(), response: { status: 403 } }],
          then: { error: 'forbidden', operation: 'listAuthenticators' },
        },
      ],
    },
    {
      name: 'new recovery codes, at a page of Keycloak',
      tag: 'mfa-recovery-codes',
      steps: [
        { act: 'open', exchanges: [], then: { recoveryCodes: [] } },
        {
          act: 'generate recovery codes',
          exchanges: [],
          then: { leavesFor: page('CONFIGURE_RECOVERY_AUTHN_CODES') },
        },
      ],
    },
  ],
};
