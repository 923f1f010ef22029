import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { DEMO_ACCOUNT } from '../../demo/server/accounts/demo-account.js';
import { SettableClock } from '../../demo/tools/settable-clock.js';

/** A clock that is shared with a worker. */
class SharedClock extends SettableClock {
  readonly time = new Float64Array(new SharedArrayBuffer(Float64Array.BYTES_PER_ELEMENT));

  constructor() {
    super();
    this.time[0] = this.read().getTime();
  }

  override advance(time: Parameters<SettableClock['advance']>[0]): void {
    super.advance(time);
    this.time[0] = this.read().getTime();
  }
}

/**
 * Runs the real better-auth on a free port, with a small site that uses the built library and has one account.
 * Only its clock is simulated: it stands still until a test advances it.
 *
 * @param limitsRate Whether better-auth counts requests, as it does in production.
 */
export async function runBetterAuth(limitsRate = false) {
  const clock = new SharedClock();
  const { time } = clock;
  const worker = new Worker(new URL('better-auth-server.mjs', import.meta.url), {
    workerData: { time, limitsRate, account: { ...DEMO_ACCOUNT } },
  });
  const [origin] = (await once(worker, 'message')) as [string];
  return {
    origin,
    clock,
    account: DEMO_ACCOUNT,
    close: async (): Promise<void> => {
      await worker.terminate();
    },
  };
}
