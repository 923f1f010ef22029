import { developmentHooks } from '../backend/http/development-hooks.js';
import { strayValue } from './custom-messages.js';
import { messageValues } from './generated/message-values.js';
import { reportMisconfiguration } from './report-misconfiguration.js';

/**
 * Reports each message of the page that the library does not have, or that has more values than it. A
 * module of its own, since only pages with messages of their own need it.
 */
export function reportMessageMistakes(messages: readonly (readonly [string, string])[]): void {
  for (const [id, text] of messages) {
    const mistake = mistakeIn(id, text);
    if (mistake) reportMisconfiguration('messages', mistake);
  }
}

/** Returns what is wrong with a message of the page, or `undefined`. */
function mistakeIn(id: string, text: string): string | undefined {
  const values = Object.hasOwn(messageValues, id) ? messageValues[id] : undefined;
  if (values === undefined) {
    const [nearest] = developmentHooks()?.nearestNames?.(id, Object.keys(messageValues)) ?? [];
    const hint = nearest
      ? `Is it "${nearest}"?`
      : 'Load mfa-elements/development to see the nearest one.';
    return `There is no message "${id}". ${hint}`;
  }
  const stray = strayValue(text, values);
  return stray && `The message "${id}" has no ${stray}: ${describeValues(values)}.`;
}

const describeValues = (amount: number): string =>
  amount === 0 ? 'it holds no values' : `its values are {0} to {${amount - 1}}`;
