import { expect, fixture, html } from '@open-wc/testing';
import type { BackendDefinition } from 'mfa-elements';
import 'mfa-elements/define';
import { AuthenticatorsHarness, ChallengeHarness, SAMPLE } from 'mfa-elements/testing';
import { shareSession } from '../../../stories/guides/examples/page-variables.js';
import { lastingTraces } from '../../support/planted-secrets.js';
import { message } from '../../support/message.js';

/** The definition of the example, and its operations. */
const definition: BackendDefinition = {
  headers: { 'X-Tenant': '{tenant}', Authorization: 'Bearer {accessToken}' },
  variables: {
    tenant: { page: 'the name of the customer' },
    accessToken: { page: 'a token of the session, best as a function' },
  },
  operations: {
    verify: {
      request: 'POST /verify',
      body: { code: '{code}' },
      tokens: { accessToken: '$.access_token' },
    },
    listAuthenticators: { request: 'GET /apps', result: { $each: '$.apps' } },
  },
};

const GIVEN = 'token-na-de-code';

/** The authorization header of each request. */
function server() {
  const headers: string[][] = [];
  const fetcher = (_url: string, init: RequestInit) => {
    const sent = new Headers(init.headers);
    headers.push(['X-Tenant', 'Authorization'].map((name) => sent.get(name) ?? 'none'));
    const { id, name } = SAMPLE.authenticator;
    return Promise.resolve(Response.json({ access_token: GIVEN, apps: [{ id, name }] }));
  };
  return { headers, fetcher };
}

describe('the example of the variables of a page', () => {
  it('signs in with the token of the password, and continues with that of the code', async () => {
    const { headers, fetcher } = server();
    const properties = { definition, baseUrl: '/api', fetcher };
    const challenge = document.createElement('mfa-challenge');
    const list = document.createElement('mfa-authenticators');
    const tokenNow = shareSession([challenge, list], {
      tenant: 'profi',
      getToken: () => Promise.resolve('token-na-het-wachtwoord'),
    });
    expect(tokenNow()).to.equal(undefined);

    const page = await fixture<HTMLElement>(html`<div></div>`);
    page.append(Object.assign(challenge, properties));
    const signingIn = ChallengeHarness.find(page);
    await signingIn.untilOffers('submit');
    await signingIn.enterCode(SAMPLE.code);
    await signingIn.untilText(message('challenge.verified.heading'));
    expect(tokenNow()).to.equal(GIVEN);

    challenge.replaceWith(Object.assign(list, properties));
    const listing = AuthenticatorsHarness.find(page);
    await listing.untilText(SAMPLE.authenticator.name);
    expect(headers).to.deep.equal([
      ['profi', 'Bearer token-na-het-wachtwoord'],
      ['profi', `Bearer ${GIVEN}`],
    ]);
    expect(await lastingTraces([GIVEN])).to.deep.equal([]);
  });
});
