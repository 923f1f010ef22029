import { classNames } from '../shared/controls/class-names.js';
import type { CodeText } from './code-editing.js';

/** From this length on, an even number of slots is shown in two groups, as authenticator apps do. */
const SHORTEST_GROUPED = 6;

const startsGroup = (index: number, length: number): boolean =>
  length % 2 === 0 && length >= SHORTEST_GROUPED && index === length / 2;

/** Returns the class name of what has the width of a slot and the space before it. */
export const groupClass = (index: number, length: number): string =>
  startsGroup(index, length) ? 'digit--second-group' : '';

/**
 * Returns the class names of one painted slot.
 *
 * - `digit--active` holds the caret, where the next digit is inserted.
 * - `digit--behind` is the last slot of a complete code with the caret behind its digit.
 * - `digit--selected` is part of a selection that is more than a caret.
 *
 * @param index The index of the slot, from 0.
 * @param selection The selection in the input; `undefined` if the input does not have the focus.
 */
export function slotClasses(
  index: number,
  value: string,
  length: number,
  selection: Omit<CodeText, 'value'> | undefined,
): string {
  const { start, end } = selection ?? { start: -1, end: -1 };
  const isBehind = start === end && start === length && index === length - 1;
  return classNames({
    digit: true,
    'digit--filled': index < value.length,
    'digit--active': (start === end && index === start) || isBehind,
    'digit--behind': isBehind,
    'digit--selected': start <= index && index < end,
    'digit--second-group': startsGroup(index, length),
  });
}
