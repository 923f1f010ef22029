import type { CodeText } from './code-editing.js';

/** From this length on, an even number of slots stands in two groups, as authenticator apps do. */
const SHORTEST_GROUPED = 6;

/**
 * How one painted slot looks, as class names.
 *
 * - `digit--active` holds the caret: the next digit comes here.
 * - `digit--behind` is the last slot of a full code with the caret behind its digit.
 * - `digit--selected` lies in a selection of more than a caret.
 *
 * @param index Which slot, from 0.
 * @param selection What is selected in the input; `undefined` when the focus is elsewhere.
 */
export function slotClasses(
  index: number,
  value: string,
  length: number,
  selection: Omit<CodeText, 'value'> | undefined,
) {
  const { start, end } = selection ?? { start: -1, end: -1 };
  const isBehind = start === end && start === length && index === length - 1;
  const isGrouped = length % 2 === 0 && length >= SHORTEST_GROUPED;
  return {
    digit: true,
    'digit--filled': index < value.length,
    'digit--active': (start === end && index === start) || isBehind,
    'digit--behind': isBehind,
    'digit--selected': start <= index && index < end,
    'digit--second-group': isGrouped && index === length / 2,
  };
}
