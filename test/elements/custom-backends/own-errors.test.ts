import { expect } from '@open-wc/testing';
import { ConsoleRecorder } from '../../support/console-recorder.js';
import { attributes, contents, PLANTED, tracesIn } from '../../support/planted-secrets.js';
import { hearEvents } from '../../support/events.js';
import {
  backendWith,
  notDoneMessage,
  reachOperation,
  undecidedKind,
  type ReachableOperation,
} from './reach-operation.js';

/** An error of the page that looks like an MfaError, with a secret in every property. */
class OwnError extends Error {
  override readonly name = `Failed${PLANTED.secret}`;
  readonly kind = 'invalid-code';
  readonly facts = { attemptsLeft: 1 };
  readonly password = PLANTED.password;
}

describe('a backend of the page that throws an error of its own', () => {
  const events = hearEvents();

  for (const operation of Object.keys(reachOperation) as ReachableOperation[]) {
    const kind = undecidedKind(operation);
    it(`fails with "${kind}" and reports nothing of it: ${operation}`, async () => {
      const logged = new ConsoleRecorder();
      const thrown = new OwnError(`${PLANTED.code} ${PLANTED.recoveryCodes[0]}`);
      const reached = await reachOperation[operation](
        backendWith(operation, () => Promise.reject(thrown)),
      );
      await reached.untilText(notDoneMessage(operation)).finally(() => logged.stop());
      expect(logged.messages).to.deep.equal([]);
      expect(events.heard.last('mfa-error')?.detail).to.deep.equal({ kind, operation });
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
    it(`also fails so if it throws ${what} before it returns a promise`, async () => {
      const backend = backendWith('verify', () => {
        // eslint-disable-next-line @typescript-eslint/only-throw-error -- a page's own code may
        throw thrown;
      });
      const reached = await reachOperation.verify(backend);
      await reached.untilText(notDoneMessage('verify'));
    });
  }
});
