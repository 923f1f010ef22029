import { checkDefinition } from '../../../src/backend/development/check-definition.js';
import responses from '../../../stories/guides/examples/walk/responses.json';
import homeGrown from '../../../stories/guides/examples/walk/3-whole.json';
import type { Exchange } from '../../../stories/guides/curl.js';
import { TYPED, type RecordedExchange, type Recording } from '../recording.js';

/** It is made up there. */
const source = 'stories/guides/backends.mdx';

/** A response of the guide as a recording; `body`: what a user would also have typed. */
const recorded = ({ request, body, status, response }: Exchange): RecordedExchange => ({
  request,
  headers: { 'X-CSRF-Token': 'a-token-of-this-session' },
  ...(body && { body }),
  response: { status, ...(response && { body: response }) },
  source,
});

const confirm = recorded(responses.confirm);
const nothingLeft: RecordedExchange = {
  ...recorded(responses.list),
  response: { status: 200, body: { apps: [] } },
};

const definition: unknown = homeGrown;
checkDefinition(definition);

/** The API of the walk in the guide. */
export const recording: Recording = {
  preset: 'home-grown',
  definition,
  baseUrl: '/api/2fa',
  cookies: { csrftoken: 'a-token-of-this-session' },
  scenarios: [
    {
      name: 'signing in, a wrong code first',
      tag: 'mfa-challenge',
      steps: [
        { act: 'open', exchanges: [], then: 'code asked' },
        {
          act: 'wrong code',
          exchanges: [recorded(responses.wrongCode)],
          then: { error: 'invalid-code', operation: 'verify' },
        },
        {
          act: 'right code',
          exchanges: [recorded(responses.rightCode)],
          then: { leavesFor: '/home' },
        },
      ],
    },
    {
      name: 'linking, a wrong code first',
      tag: 'mfa-enrollment',
      steps: [
        {
          act: 'open',
          exchanges: [recorded(responses.start)],
          then: { qrCode: { secret: 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP' } },
        },
        {
          act: 'wrong code',
          exchanges: [
            {
              ...confirm,
              body: { otp: TYPED.wrongCode },
              response: recorded(responses.wrongCode).response,
            },
          ],
          then: { error: 'invalid-code', operation: 'confirmEnrollment' },
        },
        {
          act: 'right code',
          exchanges: [confirm],
          then: { linked: { recoveryCodes: responses.confirm.response.codes } },
        },
      ],
    },
    {
      name: 'the list, and taking a link away',
      tag: 'mfa-authenticators',
      steps: [
        { act: 'open', exchanges: [recorded(responses.list)], then: { listed: ['Phone'] } },
        {
          act: 'unlink',
          exchanges: [recorded(responses.unlink), nothingLeft],
          then: { listed: [] },
        },
      ],
    },
    {
      name: 'the list of somebody who is signed out',
      tag: 'mfa-authenticators',
      steps: [
        {
          act: 'open',
          exchanges: [recorded(responses.signedOut)],
          then: { error: 'signed-out', operation: 'listAuthenticators' },
        },
      ],
    },
  ],
};
