import { splitRequest } from '../../src/backend/http/request.js';
import type { Recording } from './recording.js';
import { runAgain, toResponse, type RecordedRun } from './recorded-runs.js';
import { responsesThatSayNothing } from './responses-that-say-nothing.js';

/**
 * Runs every recorded change again, each time with one response replaced by one that does not say that
 * the change was made. A response that is recorded as well, such as 204, is the product's own.
 *
 * @returns The runs that count as done nevertheless.
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
    const recorded = (): Response[] => exchanges.map(({ response }) => toResponse(response));
    await runAgain(run, recording, recorded()).catch((error: unknown) => {
      throw new Error(`${operation}, as recorded: ${String(error)}`);
    });
    for (const [index, { step, response }] of exchanges.entries()) {
      if (step.optional || splitRequest(step.request)[0] === 'GET') continue;
      for (const [name, make] of Object.entries(responsesThatSayNothing(response))) {
        if (own.includes(await contentOf(step.request, make()))) continue;
        const isDone = await runAgain(run, recording, recorded().with(index, make())).then(
          () => true,
          () => false,
        );
        if (isDone) found.add(`${operation}: ${step.request}: ${name}`);
      }
    }
  }
  return [...found].sort();
}

const contentOf = async (request: string, response: Response): Promise<string> =>
  [request, response.status, await response.text()].join('\n');
