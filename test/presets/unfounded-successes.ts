import { splitRequest } from '../../src/backend/http/request.js';
import { MfaError } from '../../src/backend/mfa-error.js';
import { OPERATIONS } from '../../src/backend/operations.js';
import type { Recording } from './recording.js';
import { runAgain, toResponse, type RecordedRun } from './recorded-runs.js';
import { responsesThatSayNothing } from './responses-that-say-nothing.js';

/**
 * Runs every recorded operation again, each time with one response replaced by one that says neither that the
 * change was made nor how things are. A response that is recorded as well, such as 204, is the product's own.
 *
 * @returns The runs that count as done nevertheless, and the reads that take JSON of status 200 for anything but
 * `unexpected`.
 * @throws Error if the recorded responses themselves do not count.
 */
export async function unfoundedSuccesses(
  recording: Recording,
  runs: readonly RecordedRun[],
): Promise<readonly string[]> {
  const found = new Set<string>();
  const own = await Promise.all(
    runs
      .flatMap(({ exchanges }) => exchanges)
      .map(({ step, response }) => contentOf(step.request, toResponse(response))),
  );
  for (const run of runs) {
    const { operation, exchanges } = run;
    const isRead = OPERATIONS[operation].changes === 'never';
    const recorded = (): Response[] => exchanges.map(({ response }) => toResponse(response));
    await runAgain(run, recording, recorded()).catch((error: unknown) => {
      throw new Error(`${operation}, as recorded: ${String(error)}`);
    });
    for (const [index, { step, response }] of exchanges.entries()) {
      if (!isRead && splitRequest(step.request)[0] === 'GET') continue;
      for (const [name, make] of Object.entries(responsesThatSayNothing(response, isRead))) {
        if (own.includes(await contentOf(step.request, make()))) continue;
        if (step.optional && (isRefusal(make()) || operation === 'unlinkAuthenticator')) continue;
        const told = await runAgain(run, recording, recorded().with(index, make())).then(
          () => 'done',
          (error: unknown) => (error instanceof MfaError ? error.kind : String(error)),
        );
        const isUnfounded = isRead && isPlain(make()) ? told !== 'unexpected' : told === 'done';
        if (isUnfounded) found.add(`${operation}: ${step.request}: ${name}: ${told}`);
      }
    }
  }
  return [...found].sort();
}

/** Returns true for JSON with status 200: nothing but its body could say anything. */
const isPlain = ({ status, headers }: Response): boolean =>
  status === 200 && headers.get('Content-Type') === 'application/json';

/** Returns true for a status that skips an optional change. Without a result, losing its response skips it too. */
const isRefusal = ({ status }: Response): boolean => status >= 400 && status < 500;

const contentOf = async (request: string, response: Response): Promise<string> =>
  [request, response.status, await response.text()].join('\n');
