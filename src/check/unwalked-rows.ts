import type { MfaBackend, MfaOperation } from '../backend/backend.js';
import { OPERATION_NAMES } from '../backend/operation-names.js';
import { neededOperations } from './needed-operations.js';
import type { Row } from './row.js';
import type { WalkOptions } from './walk-options.js';

interface Unwalked extends Pick<WalkOptions, 'only' | 'leaving'> {
  readonly backend: MfaBackend;
  /** The operations of which there is a row already. */
  readonly reported: ReadonlySet<Row['operation']>;
  /** Why they were not walked. */
  readonly obstacle: string;
}

/** A row for every operation that was not asked, with why. */
export function* unwalkedRows(unwalked: Unwalked): Generator<Row> {
  const needed = neededOperations(unwalked.only);
  for (const operation of OPERATION_NAMES) {
    if (unwalked.reported.has(operation) || !needed.has(operation)) continue;
    const row = { operation, requests: [], hints: [], advice: [] };
    yield unwalked.backend[operation]
      ? { ...row, check: '', outcome: 'skipped', reason: reasonOf(operation, unwalked) }
      : { ...row, check: '', outcome: 'unsupported' };
  }
}

function reasonOf(operation: MfaOperation, { leaving, obstacle }: Unwalked): string {
  const place = leaving.get(operation);
  if (place !== undefined) return `Leaves the page for ${place}.`;
  if (operation === 'stepUp' && obstacle === '') return 'The server asked for no proof.';
  return obstacle || 'What it needs did not go well.';
}
