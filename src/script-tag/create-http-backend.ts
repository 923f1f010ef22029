import type { MfaBackend } from '../backend/backend.js';
import { readBaseUrl } from '../backend/http/base-url.js';
import { offeredBy, readOperations } from '../backend/http/described-operations.js';
import { OPERATION_TIMEOUT } from '../backend/http/exchange.js';
import { firstSignal } from '../backend/http/first-signal.js';
import type { HttpBackendOptions } from '../backend/http/http-backend.js';
import { untilAborted } from '../backend/http/until-aborted.js';
import { loadFile } from '../backend/load-file.js';
import { loadOnce } from '../backend/load-once.js';
import { MfaError } from '../backend/mfa-error.js';
import { createOperations, type Operations } from '../backend/operations.js';
import { own, ownData } from '../backend/own.js';
import { asChecked } from '../backend/results/checked-operations.js';

/**
 * `createHttpBackend` of the script tag. It loads what interprets a definition, which a page without one does not
 * download; the operations wait for it, 15 seconds at most, before their own time begins.
 *
 * @throws MfaError `misconfigured` if the base URL is wrong or the definition has no operations. Any other mistake
 * rejects the operations.
 */
export function createHttpBackend(given: HttpBackendOptions): MfaBackend {
  // A snapshot: later changes by the page have no effect.
  const options = own({ ...given, definition: ownData(given.definition) });
  readBaseUrl(options.baseUrl);
  const names = offeredBy(readOperations(options.definition));
  const load = loadOnce(async () => {
    const file = await loadFile('definitions', () => import('../backend/definitions.js'));
    return file.createHttpBackend(options);
  });
  let loading: Promise<MfaBackend> | undefined;
  const create = (): Promise<MfaBackend> => (loading = load());
  // An operation says what went wrong.
  create().catch(() => undefined);

  /** @throws MfaError `timeout` if the file does not arrive in time. Nothing has been sent then. */
  const createInTime = async (signal: AbortSignal | undefined): Promise<MfaBackend> => {
    const limit = AbortSignal.timeout(OPERATION_TIMEOUT);
    try {
      return await untilAborted(create(), signal ? firstSignal([signal, limit]) : limit);
    } catch (thrown) {
      if (signal?.aborted) throw signal.reason;
      if (!limit.aborted) throw thrown;
      throw new MfaError('timeout', 'The file of definitions did not arrive in time.');
    }
  };

  const operations = createOperations(names, async (operation, input, requestOptions = own({})) => {
    const backend = (await createInTime(requestOptions.signal)) as Operations;
    const call = backend[operation] as (...given: unknown[]) => never;
    return call(...(input === undefined ? [] : [input]), requestOptions);
  });
  const { capabilities } = options.definition;
  return own({
    ...asChecked(operations),
    ...(capabilities && { capabilities }),
    // It waits for the file as earlier operations do, so that they keep their order. A file that did not come is not
    // loaded again: there is nothing to forget.
    forget: () => {
      loading?.then(
        (backend) => backend.forget?.(),
        () => undefined,
      );
    },
  });
}
