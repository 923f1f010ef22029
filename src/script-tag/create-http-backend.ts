import type { MfaBackend } from '../backend/backend.js';
import { readBaseUrl } from '../backend/http/base-url.js';
import { offeredBy, readOperations } from '../backend/http/described-operations.js';
import type { HttpBackendOptions } from '../backend/http/http-backend.js';
import { loadFile } from '../backend/load-file.js';
import { createOperations, type Operations } from '../backend/operations.js';
import { own } from '../backend/own.js';
import { asChecked } from '../backend/results/checked-operations.js';

/**
 * `createHttpBackend` of the script tag. It loads what interprets a definition, which a page without one does not
 * download; the operations wait for it.
 *
 * @throws MfaError `misconfigured` if the base URL is wrong or the definition has no operations. Any other mistake
 * rejects the operations.
 */
export function createHttpBackend(options: HttpBackendOptions): MfaBackend {
  readBaseUrl(options.baseUrl);
  const names = offeredBy(readOperations(options.definition));
  let creating: Promise<MfaBackend> | undefined;

  const create = (): Promise<MfaBackend> => {
    creating ??= loadFile('definitions', () => import('../backend/definitions.js')).then(
      (file) => file.createHttpBackend(options),
      (error: unknown) => {
        // The next operation tries again.
        creating = undefined;
        throw error;
      },
    );
    return creating;
  };
  // An operation says what went wrong.
  create().catch(() => undefined);

  const operations = createOperations(names, async (operation, ...given) => {
    const backend = (await create()) as Operations;
    const call = backend[operation] as (...given: unknown[]) => never;
    return call(...given.filter((one) => one !== undefined));
  });
  const { capabilities } = options.definition;
  return own({
    ...asChecked(operations),
    ...(capabilities && { capabilities }),
    // After the operations that began before it, which store nothing in what comes after.
    forget: () => {
      create().then(
        (backend) => backend.forget?.(),
        () => undefined,
      );
    },
  });
}
