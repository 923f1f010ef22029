// The notations used throughout a definition (definition.ts).

/**
 * Method and path below the base URL, an RFC 6570 template: `{x}` is percent-encoded, `{?a,b}` and
 * `{&a,b}` build a query of the variables that have a value. `"GET {+url}"` takes a URL from a response:
 * absolute, or relative to the base URL, on the origin of the base URL or one of `origins`.
 *
 * @format request-template
 */
export type RequestTemplate = string;

/**
 * A path below the base URL, or `{+url}`: a URL that is absolute or relative to the base URL.
 *
 * @format url-template
 */
export type UrlTemplate = string;

/**
 * Text with variables: `{name}`.
 *
 * @format text-template
 */
export type TextTemplate = string;

/**
 * A path into JSON (RFC 9535): `$`, `.name`, `['any name']`, `[0]`, `[-1]` for the last, `[*]` or `.*` for
 * all, and filters by existence, absence, equality or inequality:
 * `[?@.a&&!@.b&&@.c.d=='e'&&@.f!=null]`. Where one value is expected, the first match counts.
 *
 * @format json-path
 */
export type Path = string;

/**
 * A path if it starts with `$`, else text with variables: `{name}`.
 *
 * @format path-or-text
 */
export type PathOrText = string;

/**
 * A path if it starts with `$`, else exactly one `{name}`, whose value is used as it is.
 *
 * @format path-or-variable
 */
export type PathOrVariable = string;

/**
 * `https://…` without a path.
 *
 * @format origin
 */
export type Origin = string;

/** Names and values of headers, either with variables: `{name}`. */
export type HeaderTemplates = Readonly<Record<string, TextTemplate>>;

/**
 * JSON with variables in its strings: `{name}`. A string that is exactly one variable keeps the type of
 * its value; if the value is missing, the key is omitted.
 */
export type BodyTemplate =
  | TextTemplate
  | number
  | boolean
  | null
  | readonly BodyTemplate[]
  | { readonly [key: string]: BodyTemplate };

/**
 * A test of a response. Every property that is present has to hold. If a path selects several values,
 * one match is enough.
 */
export interface Condition {
  /** The status is this, or one of these. */
  readonly status?: Status | readonly Status[];
  /** The response is a redirect, or a web page instead of data: most often a sign-in page (C67). */
  readonly redirected?: boolean;
  /** The response has no body, as with 204. */
  readonly empty?: boolean;
  /** Tests a value in the body. */
  readonly path?: Path;
  /** Tests a header of the response. */
  readonly header?: HeaderName;
  /** Tests a variable instead of the response. */
  readonly value?: TextTemplate;
  /** The value equals this. */
  readonly equals?: string | number | boolean | null;
  /** The value is a text that starts with this. */
  readonly startsWith?: string;
  /** The value is a text that contains this. */
  readonly contains?: string;
  /**
   * The value is a text of at most 1000 characters that matches this regular expression. A group that repeats
   * contains no repetition, option or alternatives: `^(a+)+$` would block the page.
   */
  readonly matches?: Pattern;
  /**
   * The value exists; `null` counts as absent, an empty text does not. Defaults to `true` if no other test
   * is given.
   */
  readonly exists?: boolean;
  /** All of these hold as well: to test several values. */
  readonly all?: readonly Condition[];
  /** This condition does not hold. */
  readonly not?: Condition;
}

/**
 * @minimum 100
 * @maximum 599
 * @asType integer
 */
type Status = number;

/**
 * The name of a header.
 *
 * @format header-name
 */
export type HeaderName = string;

/** @format regex */
type Pattern = string;
