import type { MfaOperation } from '../../src/backend/backend.js';
import { OPERATION_NAMES } from '../../src/backend/operations.js';
import type { OperationCoverage, WalkRecord } from './walk-record.js';

/** The heading of each column. */
const COLUMNS: Readonly<Record<MfaOperation, string>> = {
  status: 'which step',
  startEnrollment: 'start',
  confirmEnrollment: 'confirm',
  cancelEnrollment: 'cancel',
  verify: 'code',
  verifyRecoveryCode: 'recovery code',
  listAuthenticators: 'list',
  renameAuthenticator: 'rename',
  unlinkAuthenticator: 'unlink',
  stepUp: 'step-up',
  recoveryCodesStatus: 'codes left',
  generateRecoveryCodes: 'new codes',
};

const SIGNS: Readonly<Record<OperationCoverage, string>> = { fulfilled: '✓', navigates: '↗' };
const NONE = '–';

const LEGEND =
  '✓ works in the elements · ↗ continues on a page of the product · – not available, or not to pages';

/** A preset, the name of its product, and the results of its walks. */
export interface MatrixRow {
  readonly preset: string;
  readonly product: string;
  readonly record: WalkRecord;
}

/** Returns which operations of which product the walks cover, as Markdown. */
export function matrixOf(rows: readonly MatrixRow[]): string {
  const head = ['product', '`preset`', ...OPERATION_NAMES.map((name) => COLUMNS[name]), 'walks'];
  const lines = [head, head.map(() => '---'), ...rows.map(cellsOf)];
  const table = lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n');
  return `${table}\n\n${LEGEND}`;
}

function cellsOf({ preset, product, record }: MatrixRow): string[] {
  const signs = OPERATION_NAMES.map((name) => {
    const coverage = record.coverage.get(name);
    return coverage ? SIGNS[coverage] : NONE;
  });
  const file = `src/backend/presets/${preset}.ts`;
  return [product, `[\`${preset}\`](${file})`, ...signs, `${record.scenarios}`];
}
