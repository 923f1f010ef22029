import { expect } from '@open-wc/testing';
import { attributes, CANARY, Console, contents, tracesIn } from '../../support/canaries.js';
import { hearEvents } from '../../support/events.js';
import { message } from '../../support/message.js';
import { REACH, withOwn, type Reachable } from './reach-operation.js';

const UNEXPECTED = message('error.unexpected');

/** An own error with a secret in every corner, which looks like one of ours too. */
class OwnError extends Error {
  override readonly name = `Failed${CANARY.secret}`;
  readonly kind = 'invalid-code';
  readonly facts = { attemptsLeft: 1 };
  readonly password = CANARY.password;
}

describe('a backend of the page that throws something of its own', () => {
  const events = hearEvents();

  for (const operation of Object.keys(REACH) as Reachable[]) {
    it(`fails as "unexpected" and tells nothing of it: ${operation}`, async () => {
      const said = new Console();
      const thrown = new OwnError(`${CANARY.code} ${CANARY.recoveryCodes[0]}`);
      const reached = await REACH[operation](withOwn(operation, () => Promise.reject(thrown)));
      await reached.untilText(UNEXPECTED).finally(() => said.stop());
      expect(said.said).to.deep.equal([]);
      expect(events.heard.last('mfa-error')?.detail).to.deep.equal({
        kind: 'unexpected',
        operation,
      });
      const details = events.heard.all.map(({ detail }) => JSON.stringify(detail));
      const page = [attributes(document.body), contents(document.body)];
      expect(tracesIn([...details, ...page].join('\n'))).to.deep.equal([]);
    });
  }

  for (const [what, thrown] of [
    ['an error', new OwnError('kapot')],
    ['nothing', undefined],
    ['a text', 'kapot'],
    ['what looks like an error of ours', { kind: 'offline', facts: {} }],
  ] as const) {
    it(`fails just so when it throws ${what} before it gives a promise`, async () => {
      const backend = withOwn('verify', () => {
        // eslint-disable-next-line @typescript-eslint/only-throw-error -- a page's own code may
        throw thrown;
      });
      const reached = await REACH.verify(backend);
      await reached.untilText(UNEXPECTED);
    });
  }
});
