/**
 * Messages of the page, by message id, with `{0}`, `{1}` for the values. Storybook and `locales/nl.xlf`
 * list the ids, with the text of each and where it shows.
 */
export type Messages = Readonly<Record<string, string>>;

/** The state that a page sets once for all elements on it, whichever copy of the library they are from. */
export interface PageState {
  /** The locale that a script of the page has set; `undefined` if it follows `<html lang>`. */
  locale: string | undefined;
  /** The messages of each owner. The last owner has precedence. */
  readonly messages: Map<object, Messages>;
  /** Dispatches `change` when the messages have changed, and `locale` when a script has set the locale. */
  readonly changes: EventTarget;
}

/**
 * A page may load the library twice, by two URLs or by a script tag and a bundler: a copy that owns no
 * element still sets the locale and the messages of the elements. No state here is secret.
 */
const KEY = Symbol.for('mfa-elements page');

const page = globalThis as typeof globalThis & { [KEY]?: PageState };

export const pageState: PageState = (page[KEY] ??= {
  locale: undefined,
  messages: new Map(),
  changes: new EventTarget(),
});
