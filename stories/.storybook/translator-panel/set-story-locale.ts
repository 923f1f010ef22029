import { setLocale } from '../../../src/index.js';
import { accented, mirrored } from '../../message-inspector/pseudo-locales.js';
import { renderMessages } from '../../message-inspector/render-messages.js';
import { setPseudoLocale, type PseudoLocale } from '../../message-inspector/rendered-messages.js';
import type { StoryLocale } from '../story-page.js';

/** Both change the English messages. Their locale codes are those of Android and ICU. */
const pseudoLocales: Partial<Record<StoryLocale, PseudoLocale>> = {
  'en-XA': accented,
  'ar-XB': mirrored,
};

/**
 * Shows every element on the page in a locale of the toolbar.
 *
 * @returns Resolves once the messages are loaded and rendered.
 */
export async function setStoryLocale(locale: StoryLocale): Promise<void> {
  setPseudoLocale(pseudoLocales[locale]);
  await setLocale(locale === 'en-XA' || locale === 'ar-XB' ? 'en' : locale);
  await renderMessages();
}
