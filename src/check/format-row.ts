import type { Outcome, Row, SentRequest } from './row.js';

/** Paints a text as an outcome; without colors: leaves it as it is. */
export type Paint = (outcome: Outcome, text: string) => string;

/** As wide as the longest outcome, operation and check, so that rows can be printed as they come. */
const WIDTHS = { outcome: 11, operation: 21, check: 39 } as const;
const INDENT = ' '.repeat(WIDTHS.outcome + 2);

/** A row as lines of a table: what was looked at, and below it what there is to say. */
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
  const answer = outcome === 'failed' ? requests.at(-1)?.shape : undefined;
  return [
    ...(reason === undefined ? [] : [reason]),
    ...(answer === undefined ? [] : [`Answer: ${answer}`]),
    ...(rule === undefined ? [] : [`Rule:   ${rule}`]),
    ...hints.map((hint) => `Hint:   ${hint}`),
    ...advice.map((line) => `Advice: ${line}`),
  ];
}

function formatRequest({ request, status }: SentRequest): string {
  return `${request} ${status ?? 'without an answer'}`;
}
