/** A message in the translators' files. */
export interface TranslatedMessage {
  readonly id: string;
  /** Where the message is: "Sign-in, code: heading". */
  readonly note: string;
  /** The English, with `{0}` and `{1}` for values. */
  readonly source: string;
  /** By locale, as far as the message is translated. */
  readonly targets: Readonly<Record<string, string>>;
  /** The locales in which the English has changed since the translation. */
  readonly stale: readonly string[];
  /** By locale, the line of its file on which the message begins. */
  readonly lines: Readonly<Record<string, number>>;
  /** The ids of the stories that show the message. */
  readonly stories: readonly string[];
}

/** A translator's file that cannot be read. */
export interface BrokenFile {
  readonly file: string;
  readonly line: number;
  readonly reason: string;
}

/** The content of the translators' folder. */
export interface LocaleData {
  readonly messages: readonly TranslatedMessage[];
  readonly broken: readonly BrokenFile[];
}

/** The event that Storybook's server sends to an open page if a file has changed. */
export const LOCALES_CHANGED = 'mfa-elements:locales-changed';
