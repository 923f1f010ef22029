/// <reference types="vite/client" />
import locales from 'virtual:locales';
import { sourceLocale } from '../../../src/localization/generated/locale-codes.js';
import { getLocale } from '../../../src/localization/locale.js';
import { setTranslations } from '../../message-inspector/rendered-messages.js';
import { renderMessages } from '../../message-inspector/render-messages.js';
import {
  LOCALES_CHANGED,
  type BrokenFile,
  type LocaleData,
  type TranslatedMessage,
} from './locale-data.js';

let byId = new Map<string, TranslatedMessage>();

/** A message in the translators' files. `undefined` if it is newer than the last `npm run locales`. */
export const translatedMessage = (id: string): TranslatedMessage | undefined => byId.get(id);

/**
 * Translates a message with the current files. As in the built library, the locale of which this one is a
 * variant comes next, and then English, which is in the code.
 */
function translation(id: string): string | undefined {
  const locale: string = getLocale();
  const message = byId.get(id);
  if (!message || locale === sourceLocale) return undefined;
  const { targets, source } = message;
  return targets[locale] ?? targets[locale.split('-')[0] ?? ''] ?? source;
}

function use({ messages, broken }: LocaleData): void {
  byId = new Map(messages.map((message) => [message.id, message]));
  showBroken(broken);
}

/** Shows above the story which files cannot be read. */
function showBroken(broken: readonly BrokenFile[]): void {
  const id = 'broken-locales';
  document.getElementById(id)?.remove();
  const texts = broken.map(
    ({ file, line, reason }) =>
      `${file}, line ${line}: ${reason}. The page shows what the file said before.`,
  );
  if (texts.length === 0) return;
  for (const text of texts) console.error(text);
  const notice = Object.assign(document.createElement('div'), { id, popover: 'manual' });
  notice.setAttribute('role', 'alert');
  notice.textContent = texts.join('\n');
  notice.style.cssText =
    'inset: 0 0 auto; width: auto; margin: 0; padding: 12px 16px; border: 0; background: #9f1239; color: #fff; font: 14px/1.5 system-ui, sans-serif; white-space: pre-line';
  document.body.append(notice);
  notice.showPopover();
}

use(locales as LocaleData);
if (import.meta.hot) {
  // The files may be newer than the built translations.
  setTranslations(translation);
  import.meta.hot.on(LOCALES_CHANGED, (data: LocaleData) => {
    use(data);
    void renderMessages();
  });
}
