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

/** What translators have of a message; nothing of one that came into the code since `npm run locales`. */
export const translatedMessage = (id: string): TranslatedMessage | undefined => byId.get(id);

/**
 * In the locale of the page, as the files say it now: where they say nothing, as the locale that it is a
 * kind of, and then in English, as in the library that is made of them. English is in the code.
 */
function translation(id: string): string | undefined {
  const locale: string = getLocale();
  const message = byId.get(id);
  if (!message || locale === sourceLocale) return undefined;
  const { targets, source } = message;
  return targets[locale] ?? targets[locale.split('-')[0] ?? ''] ?? source;
}

function take({ messages, broken }: LocaleData): void {
  byId = new Map(messages.map((message) => [message.id, message]));
  tellBroken(broken);
}

/** Above everything, in the words of who edits the file. */
function tellBroken(broken: readonly BrokenFile[]): void {
  const id = 'broken-locales';
  document.getElementById(id)?.remove();
  const told = broken.map(
    ({ file, line, reason }) =>
      `${file}, line ${line}: ${reason}. The page shows what the file said before.`,
  );
  if (told.length === 0) return;
  for (const text of told) console.error(text);
  const notice = Object.assign(document.createElement('div'), { id, popover: 'manual' });
  notice.setAttribute('role', 'alert');
  notice.textContent = told.join('\n');
  notice.style.cssText =
    'inset: 0 0 auto; width: auto; margin: 0; padding: 12px 16px; border: 0; background: #9f1239; color: #fff; font: 14px/1.5 system-ui, sans-serif; white-space: pre-line';
  document.body.append(notice);
  notice.showPopover();
}

take(locales as LocaleData);
if (import.meta.hot) {
  // What is edited need not have been built: the files are always right.
  setTranslations(translation);
  import.meta.hot.on(LOCALES_CHANGED, (data: LocaleData) => {
    take(data);
    void renderMessages();
  });
}
