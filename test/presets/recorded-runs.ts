import type { MfaBackend, MfaOperation } from '../../src/backend/backend.js';
import type { RequestStep } from '../../src/backend/definition/definition.js';
import { createHttpBackend } from '../../src/backend/http/http-backend.js';
import type {
  ObservedExchange,
  ObservedOperation,
  Observer,
} from '../../src/backend/http/observer.js';
import type { ParsedResponse } from '../../src/backend/http/response.js';
import { loadPreset } from '../../src/backend/presets/index.js';
import { callOperation } from '../support/call-operation.js';
import type { Recording, Scenario } from './recording.js';

/** A request of a run, and its recorded response. */
export interface RunExchange {
  readonly step: RequestStep;
  readonly response: ParsedResponse;
}

/** An operation that was fulfilled in a walk: what was sent, oldest first. */
export interface RecordedRun {
  readonly operation: MfaOperation;
  readonly scenario: Scenario;
  readonly exchanges: readonly RunExchange[];
}

/** Collects the operations that were fulfilled in the walks of one preset, each once for what was sent. */
export class RecordedRuns {
  readonly #all = new Map<string, RecordedRun>();
  readonly #sent = new Map<MfaOperation, RunExchange[]>();

  get all(): readonly RecordedRun[] {
    return [...this.#all.values()];
  }

  /** Observes the backend while this scenario is walked. */
  observe(scenario: Scenario): Required<Pick<Observer, 'exchanged' | 'ended'>> {
    return {
      exchanged: ({ operation, step, response }: ObservedExchange) => {
        if (!response) return;
        this.#sent.set(operation, [...(this.#sent.get(operation) ?? []), { step, response }]);
      },
      ended: ({ operation, error }: ObservedOperation) => {
        const exchanges = this.#sent.get(operation) ?? [];
        this.#sent.delete(operation);
        if (error || exchanges.length === 0) return;
        const content = exchanges.map(({ step, response: { status, body } }) => [
          step.request,
          status,
          body,
        ]);
        const key = JSON.stringify([operation, ...content]);
        if (!this.#all.has(key)) this.#all.set(key, { operation, scenario, exchanges });
      },
    };
  }
}

/** Runs an operation again, with these responses. Resolves if it counts as done. */
export async function runAgain(
  { operation, scenario }: RecordedRun,
  { preset, baseUrl, variables, issuer, account }: Recording,
  responses: readonly Response[],
): Promise<unknown> {
  const left = [...responses];
  const definition = await loadPreset(preset);
  const backend = createHttpBackend({
    baseUrl: new URL(baseUrl, document.baseURI).href.replace(/\/+$/, ''),
    definition,
    variables: scenario.variables ?? variables ?? {},
    issuer: issuer ?? 'ProfiAdviseur',
    account: account ?? 'sanne@voorbeeld.example',
    fetcher: () => {
      const next = left.shift();
      return next ? Promise.resolve(next) : Promise.reject(new Error('One request too many.'));
    },
  });
  if (definition.operations[operation]?.requires) await giveProofs(backend);
  return callOperation[operation](backend);
}

/** Gives the proofs that an operation requires, which `stepUp` captures without a request. */
async function giveProofs(backend: MfaBackend): Promise<void> {
  await backend.stepUp?.({ password: 'welkom' });
  await backend.stepUp?.({ code: '492039' });
}

/** Makes a response as it was recorded, or with another status. */
export function toResponse({ status, headers, body }: ParsedResponse, other = status): Response {
  return new Response(body === undefined ? null : JSON.stringify(body), {
    status: other,
    headers,
  });
}
