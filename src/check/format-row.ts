import type { SentRequest } from './request-recorder.js';
import type { Outcome, Row } from './row.js';

/** Colors a text by an outcome, or returns it unchanged. */
export type Paint = (outcome: Outcome, text: string) => string;

/** As wide as the longest outcome, operation and check, so that each row can be printed at once. */
const WIDTHS = { outcome: 11, operation: 21, check: 39 } as const;
const INDENT = ' '.repeat(WIDTHS.outcome + 2);

/** Formats a row as a line of a table, with its details on lines below it. */
export function formatRow(row: Row, paint: Paint): string {
  const { outcome, operation, check, requests } = row;
  const columns = [
    paint(outcome, outcome.padEnd(WIDTHS.outcome)),
    operation.padEnd(WIDTHS.operation),
    check.padEnd(WIDTHS.check),
    requests.map(formatRequest).join(', '),
  ];
  return [columns.join('  ').trimEnd(), ...detailsOf(row).map((line) => INDENT + line)].join('\n');
}

function detailsOf({ outcome, requests, reason, rule, hints, advice }: Row): readonly string[] {
  const response = outcome === 'failed' ? requests.at(-1)?.shape : undefined;
  return [
    ...(reason === undefined ? [] : [reason]),
    ...(response === undefined ? [] : [`Response: ${response}`]),
    ...(rule === undefined ? [] : [`Rule:     ${rule}`]),
    ...hints.map((hint) => `Hint:     ${hint}`),
    ...advice.map((line) => `Advice:   ${line}`),
  ];
}

function formatRequest({ request, status }: SentRequest): string {
  return `${request} ${status ?? 'without a response'}`;
}
