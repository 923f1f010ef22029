import { allLocales } from './generated/locale-codes.js';
import { customMessages } from './custom-messages.js';
import { localeFor, type Locale } from './locale-for.js';

/**
 * Applies the locale of `<html lang>`, now and each time it becomes another one.
 *
 * Why: a change of `lang` that leads to the same locale is ignored, so a locale that the page has set,
 * such as formal Dutch on a Dutch page, stays.
 *
 * @param apply Sets the locale. If it rejects, the next change of `lang` applies the locale again.
 */
export function followPageLocale(apply: (locale: Locale) => Promise<void>): void {
  let applied: Locale | undefined;
  const follow = () => {
    const locale = localeFor(document.documentElement.lang, allLocales);
    if (locale === applied) return;
    applied = locale;
    apply(locale).catch(() => {
      if (applied === locale) applied = undefined;
    });
  };
  follow();
  const followAll = () => {
    follow();
    // What elements say of their language and direction depends on those of the page.
    customMessages.dispatchEvent(new Event('change'));
  };
  const changes = { attributeFilter: ['lang', 'dir'] };
  new MutationObserver(followAll).observe(document.documentElement, changes);
}
