import type { Locale } from '../../server/pages/languages.js';
import { words as de } from './de.js';
import { words as en } from './en.js';
import { words as fr } from './fr.js';
import type { ManualWords } from './manual-texts.js';
import { words as formalDutch } from './nl-x-formal.js';
import { words as nl } from './nl.js';

/** What the manual says, per language. */
export const WORDS: Readonly<Record<Locale, ManualWords>> = {
  nl,
  'nl-x-formal': formalDutch,
  en,
  de,
  fr,
};
