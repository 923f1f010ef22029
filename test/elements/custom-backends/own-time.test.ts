import { expect } from '@open-wc/testing';
import { CUSTOM_TIMEOUT } from '../../../src/backend/results/call-in-time.js';
import type { RequestOptions } from '../../../src/backend/backend.js';
import { ConsoleRecorder } from '../../support/console-recorder.js';
import { hearEvents } from '../../support/events.js';
import { stopTime } from '../../support/fake-time.js';
import { message } from '../../support/message.js';
import {
  backendWith,
  reachOperation,
  undecidedKind,
  type ReachableOperation,
} from './reach-operation.js';

/** What is told in place of that it took too long. */
const LATE: Readonly<Partial<Record<ReachableOperation, string>>> = {
  generateRecoveryCodes: message('recovery-codes.unknown-outcome'),
};

describe('a backend of the page that does not settle', () => {
  const events = hearEvents();
  const stopped = stopTime();

  for (const operation of Object.keys(reachOperation) as ReachableOperation[]) {
    it(`times out after a minute: ${operation} (C52)`, async () => {
      const logged = new ConsoleRecorder();
      let signal: AbortSignal | undefined;
      let call = (): void => undefined;
      const called = new Promise<void>((resolve) => (call = resolve));
      const never = (...given: readonly unknown[]): Promise<never> => {
        ({ signal } = (given.at(-1) ?? {}) as RequestOptions);
        call();
        return new Promise<never>(() => undefined);
      };
      const reached = await reachOperation[operation](backendWith(operation, never));
      await called;
      expect(signal?.aborted).to.equal(false);
      stopped.time.pass(CUSTOM_TIMEOUT / 1000);
      await reached.untilText(LATE[operation] ?? message('error.timeout'));
      logged.stop();
      expect(logged.messages).to.deep.equal([]);
      expect(signal?.aborted).to.equal(true);
      expect(events.heard.last('mfa-error')?.detail).to.deep.equal({
        kind: undecidedKind(operation) === 'unknown-outcome' ? 'unknown-outcome' : 'timeout',
        operation,
      });
    });
  }
});
