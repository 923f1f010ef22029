import { expect } from '@open-wc/testing';
import { SAMPLE } from '../../../src/testing/index.js';
import { ConsoleRecorder } from '../../support/console-recorder.js';
import { hearEvents } from '../../support/events.js';
import { message, messagePattern } from '../../support/message.js';
import { reachOperation, backendWith, type ReachableOperation } from './reach-operation.js';

const UNEXPECTED = message('error.unexpected');

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
    'an app that is none': { authenticator: 'Telefoon' },
    'recovery codes that are no list': { authenticator, recoveryCodes: 'AAAA,BBBB' },
  },
  verify: { null: null, 'a text': 'ok', 'an address that is none': { redirectTo: 7 } },
  verifyRecoveryCode: { null: null, 'codes that are no texts': { recoveryCodes: [1, 2] } },
  listAuthenticators: {
    null: null,
    nothing: undefined,
    'no list': { authenticators: [] },
    'a list of nothing': [null],
    'an app without an id': [{ method: 'totp', name: 'Telefoon' }],
    'a name that is no text': [{ ...authenticator, name: { first: 'Telefoon' } }],
  },
  renameAuthenticator: { 'a text': 'ok', 'a name that is no text': { ...authenticator, name: 7 } },
  recoveryCodesStatus: { null: null, 'no number': { left: 'drie' } },
  generateRecoveryCodes: { null: null, nothing: undefined, numbers: [12345678] },
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
        await reached.untilText(UNEXPECTED).finally(() => logged.stop());
        expect(logged.messages).to.deep.equal([]);
        expect(events.heard.last('mfa-error')?.detail).to.deep.equal({
          kind: 'unexpected',
          operation,
        });
      });
    }
  }

  it('may resolve to nothing for a right code', async () => {
    const reached = await reachOperation.verify(backendWith('verify', () => Promise.resolve()));
    await reached.untilText(message('challenge.verified.heading'));
  });

  const LINKED = messagePattern('enrollment.done.heading');
  for (const [what, answer] of Object.entries({
    null: null,
    nothing: undefined,
    'no app': {},
    'an app without an id': { authenticator: { method: 'totp' } },
  })) {
    it(`has linked the app of the input if it resolves to ${what}`, async () => {
      const own = backendWith('confirmEnrollment', () => Promise.resolve(answer));
      const reached = await reachOperation.confirmEnrollment(own);
      await reached.untilText(LINKED);
      expect(events.heard.last('mfa-enrolled')?.detail.authenticator.id).to.equal(enrollmentId);
    });
  }

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
