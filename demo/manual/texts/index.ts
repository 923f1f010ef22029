import type { Locale } from '../../../locales/languages.js';
import { texts as de } from './de.js';
import { texts as en } from './en.js';
import { texts as fr } from './fr.js';
import type { ManualTexts } from './manual-texts.js';
import { texts as formalDutch } from './nl-x-formal.js';
import { texts as nl } from './nl.js';

/** The texts of the manual by language. */
export const MANUAL_TEXTS: Readonly<Record<Locale, ManualTexts>> = {
  nl,
  'nl-x-formal': formalDutch,
  en,
  de,
  fr,
};
