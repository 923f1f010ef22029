import { setLocale } from '../../../src/index.js';
import { setStyle, type Style } from '../../message-inspector/rendered-messages.js';
import { accented, mirrored } from '../../message-inspector/pseudo-locales.js';
import { renderMessages } from '../../message-inspector/render-messages.js';
import type { StoryLocale } from '../story-page.js';

/** Both make something of English; in code, and so here, their tags are those of Android and ICU. */
const pseudoLocales: Partial<Record<StoryLocale, Style>> = { 'en-XA': accented, 'ar-XB': mirrored };

/**
 * Shows every tag on the page in a locale of the toolbar.
 *
 * @returns Resolves when the words are there and on the page.
 */
export async function setWords(locale: StoryLocale): Promise<void> {
  setStyle(pseudoLocales[locale]);
  await setLocale(locale === 'en-XA' || locale === 'ar-XB' ? 'en' : locale);
  await renderMessages();
}
