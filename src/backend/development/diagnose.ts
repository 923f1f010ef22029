import type { ObservedExchange, ObservedOperation } from '../http/observer.js';
import { DIAGNOSES, type DiagnosisId, type DiagnosisRow } from './diagnoses.js';
import { gatherEvidence } from './failed-exchange.js';
import { RECOGNIZERS, type Failure } from './recognizers.js';

/** What may be wrong, for a developer. Holds nothing that was sent or answered. */
export interface Diagnosis extends DiagnosisRow {
  readonly id: DiagnosisId;
  /** What was found in this case: an address, names, the shape of an answer. */
  readonly found: string;
}

/**
 * Why an operation may have failed; empty when it went well, or as the definition says it can go.
 *
 * @param exchange Its last one; `undefined` when nothing was sent.
 * @param pageOrigin That of the page; `undefined` where there is none.
 */
export function diagnose(
  exchange: ObservedExchange | undefined,
  ended: ObservedOperation,
  pageOrigin?: string,
): readonly Diagnosis[] {
  return diagnoseFailure({ evidence: exchange && gatherEvidence(exchange, pageOrigin), ended });
}

/** The same, for whoever kept the evidence and let go of the exchange. */
export function diagnoseFailure(failure: Failure): readonly Diagnosis[] {
  if (!failure.ended.error) return [];
  return (Object.keys(DIAGNOSES) as DiagnosisId[]).flatMap((id) => {
    const found = RECOGNIZERS[id](failure);
    return found === undefined ? [] : [{ id, ...DIAGNOSES[id], found }];
  });
}
