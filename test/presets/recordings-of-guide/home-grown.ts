import { checkDefinition } from '../../../src/backend/development/check-definition.js';
import answers from '../../../stories/guides/examples/walk/answers.json';
import homeGrown from '../../../stories/guides/examples/walk/3-whole.json';
import type { Exchange } from '../../../stories/guides/curl.js';
import { TYPED, type RecordedExchange, type Recording } from '../recording.js';

/** It is made up there. */
const source = 'stories/guides/backends.mdx';

/** An answer of the guide as a recording; `body`: what else a person would have typed. */
const recorded = ({ request, body, status, answer }: Exchange): RecordedExchange => ({
  request,
  headers: { 'X-CSRF-Token': 'a-token-of-this-session' },
  ...(body && { body }),
  answer: { status, ...(answer && { body: answer }) },
  source,
});

const confirm = recorded(answers.confirm);
const nothingLeft: RecordedExchange = {
  ...recorded(answers.list),
  answer: { status: 200, body: { apps: [] } },
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
          exchanges: [recorded(answers.wrongCode)],
          then: { error: 'invalid-code', operation: 'verify' },
        },
        {
          act: 'right code',
          exchanges: [recorded(answers.rightCode)],
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
          exchanges: [recorded(answers.start)],
          then: { qrCode: { secret: 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP' } },
        },
        {
          act: 'wrong code',
          exchanges: [
            {
              ...confirm,
              body: { otp: TYPED.wrongCode },
              answer: recorded(answers.wrongCode).answer,
            },
          ],
          then: { error: 'invalid-code', operation: 'confirmEnrollment' },
        },
        {
          act: 'right code',
          exchanges: [confirm],
          then: { linked: { recoveryCodes: answers.confirm.answer.codes } },
        },
      ],
    },
    {
      name: 'the list, and taking a link away',
      tag: 'mfa-authenticators',
      steps: [
        { act: 'open', exchanges: [recorded(answers.list)], then: { listed: ['Phone'] } },
        {
          act: 'unlink',
          exchanges: [recorded(answers.unlink), nothingLeft],
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
          exchanges: [recorded(answers.signedOut)],
          then: { error: 'signed-out', operation: 'listAuthenticators' },
        },
      ],
    },
  ],
};
