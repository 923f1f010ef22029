import { whole } from './markdown.js';

/** Compressed bytes, by what has them. */
export type Budgets = Readonly<Record<string, number>>;

/** The command that writes the table anew. */
const LOWER = 'ACCEPT=1 node --import tsx --test test/bench/budgets.test.ts';

const SEE = 'npm run bench -- modules';

/** How far below its budget something may be: this part of it, and so many bytes. */
const ROOM = { part: 0.02, bytes: 200 } as const;

/** Returns what is wrong with one row, or nothing. */
function complaint(name: string, measured: number | undefined, budget: number | undefined) {
  if (measured === undefined)
    return `${name} has a budget, and is not measured. Remove it: ${LOWER}`;
  if (budget === undefined)
    return `${name}: ${whole(measured)} bytes, without a budget. Add it: ${LOWER}`;
  const over = measured - budget;
  if (over > 0) {
    return (
      `${name}: ${whole(measured)} bytes, ${whole(over)} over its budget of ${whole(budget)}. ` +
      `See what grew: compare what ${SEE} prints here and in main. If it is worth it: ${LOWER}`
    );
  }
  if (-over > ROOM.bytes && -over > budget * ROOM.part) {
    return (
      `${name}: ${whole(measured)} bytes, ${whole(-over)} under its budget of ${whole(budget)}. ` +
      `Lower it, so that it stays: ${LOWER}`
    );
  }
  return undefined;
}

/** Returns what was measured over its budget, or far under it, each with what to do. */
export function compareBudgets(measured: Budgets, budgets: Budgets): readonly string[] {
  const names = new Set([...Object.keys(measured), ...Object.keys(budgets)]);
  return [...names].flatMap((name) => complaint(name, measured[name], budgets[name]) ?? []);
}
