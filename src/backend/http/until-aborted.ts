import { own } from '../own.js';

/**
 * Settles as the promise does, or rejects with the signal's reason as soon as the signal is aborted,
 * even if the code behind the promise ignores the signal.
 */
export function untilAborted<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const abort = () => {
      reject(signal.reason as Error);
    };
    if (signal.aborted) abort();
    signal.addEventListener('abort', abort, own({ once: true }));
    void promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort));
  });
}
