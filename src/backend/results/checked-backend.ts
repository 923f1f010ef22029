import type { AccountNames } from './enrollment-secret.js';
import { RESULTS, type ResultContext } from './parse-result.js';
import type { MfaBackend } from '../backend.js';
import { developmentHooks } from '../http/development-hooks.js';
import { OPERATION_NAMES } from '../operation-names.js';

type Call = (...given: unknown[]) => Promise<unknown>;

/**
 * A backend of the page's own, of which every answer is looked at like that of any server: what is of
 * another shape than it should be is `unexpected`, and never reaches a tag (C54).
 *
 * @param names How the app shows the link, where the backend gives a secret and no URI.
 */
export function checkedBackend(backend: MfaBackend, names: AccountNames): MfaBackend {
  const offered = OPERATION_NAMES.filter((operation) => backend[operation] !== undefined);
  const operations = offered.map((operation) => {
    const read: (raw: unknown, context: ResultContext) => unknown = RESULTS[operation];
    const call: Call = async (...given) => {
      const [first] = given;
      const input = typeof first === 'object' && first !== null ? first : {};
      try {
        const raw = await (backend[operation] as Call).apply(backend, given);
        return read(raw, { ...names, input });
      } catch (thrown) {
        developmentHooks()?.observer.threw?.(operation, thrown);
        throw thrown;
      }
    };
    return [operation, call] as const;
  });
  return {
    ...Object.fromEntries(operations),
    ...(backend.capabilities && { capabilities: backend.capabilities }),
  };
}
