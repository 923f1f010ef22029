import type { WordRow } from './word-rows.js';

/** What the preview and the panel tell each other. */
export const WORDS_SHOWN = 'mfa-elements/words-shown';
export const WORD_CHOSEN = 'mfa-elements/word-chosen';

/** The words of the picture, for the panel. */
export interface ShownWords {
  readonly locale: string;
  readonly rows: readonly WordRow[];
}
