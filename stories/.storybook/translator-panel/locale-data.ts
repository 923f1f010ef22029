/** A message as translators have it. */
export interface TranslatedMessage {
  readonly id: string;
  /** Where it stands: "Sign-in, code: heading". */
  readonly note: string;
  /** English, with `{0}`, `{1}` where values go. */
  readonly source: string;
  /** By locale; not there where it is not translated yet. */
  readonly targets: Readonly<Record<string, string>>;
  /** The locales whose translation is of an English that has changed since. */
  readonly stale: readonly string[];
  /** By locale: the line of its file on which the message begins. */
  readonly lines: Readonly<Record<string, number>>;
  /** Stories that show it, by their ids. */
  readonly stories: readonly string[];
}

/** A translator's file that cannot be read as it is now. */
export interface BrokenFile {
  readonly file: string;
  readonly line: number;
  readonly reason: string;
}

/** What stands in the folder of the translators. */
export interface LocaleData {
  readonly messages: readonly TranslatedMessage[];
  readonly broken: readonly BrokenFile[];
}

/** The event by which the server of Storybook tells an open page that a file has changed. */
export const LOCALES_CHANGED = 'mfa-elements:locales-changed';
