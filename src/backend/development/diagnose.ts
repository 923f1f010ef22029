import type { ObservedExchange, ObservedOperation } from '../http/observer.js';
import { DIAGNOSES, type DiagnosisId, type DiagnosisRow } from './diagnoses.js';
import { gatherEvidence } from './failed-exchange.js';
import { withoutDoubt } from '../unknown-outcome.js';
import { RECOGNIZERS, type Failure } from './recognizers.js';

/** A likely cause of a failure, for a developer. Holds nothing that was sent or received. */
export interface Diagnosis extends DiagnosisRow {
  readonly id: DiagnosisId;
  /** The details of this case: an address, names, the shape of a response. */
  readonly found: string;
}

/**
 * Returns the likely causes of a failed operation. Empty if it succeeded, or failed as the definition
 * expects.
 *
 * @param exchange The last exchange; `undefined` if no request was sent.
 * @param pageOrigin The origin of the page; `undefined` if there is no page.
 */
export function diagnose(
  exchange: ObservedExchange | undefined,
  ended: ObservedOperation,
  pageOrigin?: string,
): readonly Diagnosis[] {
  return diagnoseFailure({ evidence: exchange && gatherEvidence(exchange, pageOrigin), ended });
}

/** Like {@link diagnose}, for callers that stored the evidence instead of the exchange. */
export function diagnoseFailure(failure: Failure): readonly Diagnosis[] {
  const { evidence, ended } = failure;
  if (!ended.error) return [];
  // Why a response does not decide is what there is to explain.
  const doubtless = { evidence, ended: { ...ended, error: withoutDoubt(ended.error) } };
  return (Object.keys(DIAGNOSES) as DiagnosisId[]).flatMap((id) => {
    const found = RECOGNIZERS[id](doubtless);
    return found === undefined ? [] : [{ id, ...DIAGNOSES[id], found }];
  });
}
