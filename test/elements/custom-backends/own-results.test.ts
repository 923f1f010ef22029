import { expect } from '@open-wc/testing';
import { SAMPLE } from '../../../src/testing/index.js';
import { ConsoleRecorder } from '../../support/console-recorder.js';
import { hearEvents } from '../../support/events.js';
import { message, messagePattern } from '../../support/message.js';
import {
  backendWith,
  notDoneMessage,
  reachOperation,
  undecidedKind,
  type ReachableOperation,
} from './reach-operation.js';

const { enrollmentId, secret, otpauthUri, authenticator } = SAMPLE;
const started = { id: enrollmentId, method: 'totp', secret, otpauthUri };

/** Results that no backend may resolve to, but one in plain JavaScript can. */
const WRONG: Readonly<Partial<Record<ReachableOperation, Readonly<Record<string, unknown>>>>> = {
  status: { null: null, nothing: undefined, 'no state': {}, 'another state': { state: 'busy' } },
  startEnrollment: {
    null: null,
    nothing: undefined,
    'no secret and no URI': { id: '1', method: 'totp' },
    'a URI that is none': { ...started, otpauthUri: 'https://example.com/' },
    'a secret that is no base32': { ...started, secret: 'geen geheim!' },
    'a secret and a URI that do not agree': { ...started, secret: 'MFRGGZDFMZTWQ2LK' },
    'a time that is no date': { ...started, expiresAt: 'morgen' },
  },
  confirmEnrollment: {
    null: null,
    nothing: undefined,
    'no app': {},
    'a list': [],
    'an app without an id': { authenticator: { method: 'totp' } },
    'an app that is none': { authenticator: 'Telefoon' },
    'recovery codes that are no list': { authenticator, recoveryCodes: 'AAAA,BBBB' },
  },
  verify: {
    'an error beside the data': { data: null, error: { message: 'Wrong code.' } },
    'a code that is not valid': { valid: false },
    'a response that nobody has read': new Response(null, { status: 500 }),
    null: null,
    'a text': 'ok',
    'an address that is none': { redirectTo: 7 },
  },
  unlinkAuthenticator: {
    'an error beside the data': { data: null, error: { message: 'Not found.' } },
    'a response that nobody has read': new Response(null, { status: 500 }),
  },
  verifyRecoveryCode: { null: null, 'codes that are no texts': { recoveryCodes: [1, 2] } },
  listAuthenticators: {
    null: null,
    nothing: undefined,
    'no list': { authenticators: [] },
    'a list of nothing': [null],
    'an app without an id': [{ method: 'totp', name: 'Telefoon' }],
    'a name that is no text': [{ ...authenticator, name: { first: 'Telefoon' } }],
  },
  renameAuthenticator: {
    'a text': 'ok',
    'no app': {},
    'a name that is no text': { ...authenticator, name: 7 },
  },
  recoveryCodesStatus: { null: null, 'no number': { left: 'drie' } },
  generateRecoveryCodes: { null: null, nothing: undefined, 'no code': [], numbers: [12345678] },
};

describe('a backend of the page with an invalid result', () => {
  const events = hearEvents();

  for (const [operation, answers] of Object.entries(WRONG) as [ReachableOperation, object][]) {
    for (const [what, answer] of Object.entries(answers)) {
      it(`fails clearly and breaks nothing: ${operation} resolves to ${what}`, async () => {
        const logged = new ConsoleRecorder();
        const reached = await reachOperation[operation](
          backendWith(operation, () => Promise.resolve(answer)),
        );
        await reached.untilText(notDoneMessage(operation)).finally(() => logged.stop());
        expect(logged.messages).to.deep.equal([]);
        expect(events.heard.last('mfa-error')?.detail).to.deep.equal({
          kind: undecidedKind(operation),
          operation,
        });
      });
    }
  }

  it('may resolve to nothing for a right code', async () => {
    const reached = await reachOperation.verify(backendWith('verify', () => Promise.resolve()));
    await reached.untilText(message('challenge.verified.heading'));
  });

  it('has given the name of the input if it resolves to nothing for a new name', async () => {
    const own = backendWith('renameAuthenticator', () => Promise.resolve());
    const reached = await reachOperation.renameAuthenticator(own);
    await reached.untilText(messagePattern('authenticators.renamed'));
  });

  it('may return a result without a promise', async () => {
    const reached = await reachOperation.verify(backendWith('verify', () => ({})));
    await reached.untilText(message('challenge.verified.heading'));
  });
});
