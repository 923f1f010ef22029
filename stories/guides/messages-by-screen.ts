import { targetLocales } from '../../src/localization/generated/locale-codes.js';
import type { TranslatedMessage } from '../.storybook/translator-panel/locale-data.js';

/** Dutch first: it is what everybody sees who asks for nothing. */
export const TARGETS: readonly string[] = [...targetLocales].sort(
  (one, other) => Number(other.startsWith('nl')) - Number(one.startsWith('nl')),
);

/** A message of a screen, with what it is there. */
interface ScreenMessage extends TranslatedMessage {
  readonly what: string;
}

/** A screen, as notes call it, and what is said on it. */
export interface Screen {
  readonly name: string;
  readonly messages: readonly ScreenMessage[];
}

/** Messages by screen: a note begins with its name, then what part of it, then what it is there. */
export function messagesByScreen(messages: readonly TranslatedMessage[]): readonly Screen[] {
  const screens = new Map<string, ScreenMessage[]>();
  for (const message of messages) {
    const name = message.note.split(/[,:]/)[0] ?? '';
    const what = message.note.slice(name.length).replace(/^[,:]\s*/, '');
    screens.set(name, [...(screens.get(name) ?? []), { ...message, what }]);
  }
  return [...screens].map(([name, of]) => ({ name, messages: of }));
}
