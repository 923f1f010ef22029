import type { MfaOperation } from '../../src/backend/backend.js';
import { OPERATION_NAMES } from '../../src/backend/operation-names.js';
import type { WalkRecord, Way } from './walk-record.js';

/** What each column is called. */
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

const SIGNS: Readonly<Record<Way, string>> = { walked: '✓', leaves: '↗' };
const NONE = '–';

const LEGEND =
  '✓ works in the tags · ↗ leaves for a page of the product · – the product has none, or none that a page may ask for';

/** A preset, what its product is called, and what its walks have shown. */
export interface MatrixRow {
  readonly preset: string;
  readonly product: string;
  readonly record: WalkRecord;
}

/** Which operations of which product were walked, as Markdown. */
export function matrixOf(rows: readonly MatrixRow[]): string {
  const head = ['product', '`preset`', ...OPERATION_NAMES.map((name) => COLUMNS[name]), 'walks'];
  const lines = [head, head.map(() => '---'), ...rows.map(cellsOf)];
  const table = lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n');
  return `${table}\n\n${LEGEND}`;
}

function cellsOf({ preset, product, record }: MatrixRow): string[] {
  const signs = OPERATION_NAMES.map((name) => {
    const way = record.ways.get(name);
    return way ? SIGNS[way] : NONE;
  });
  const file = `src/backend/presets/${preset}.ts`;
  return [product, `[\`${preset}\`](${file})`, ...signs, `${record.scenarios}`];
}
