// The notations that go through all of a definition (definition.ts).

/**
 * Method and path below the base URL, an RFC 6570 template: `{x}` is percent-encoded, `{?a,b}` and
 * `{&a,b}` make a query of what has a value. `"GET {+url}"` takes a whole URL out of an answer, or one
 * relative to the base URL, on the origin of the base URL or one of `origins`.
 *
 * @format request-template
 */
export type RequestTemplate = string;

/**
 * A path below the base URL, or `{+url}`: a whole URL or one relative to the base URL.
 *
 * @format url-template
 */
export type UrlTemplate = string;

/**
 * Text with `{name}` in it.
 *
 * @format text-template
 */
export type TextTemplate = string;

/**
 * A path into JSON, RFC 9535: `$`, `.name`, `['any name']`, `[0]`, `[-1]` for the last, `[*]` or `.*`
 * for all, and filters by what is there, is not there, is this or is not this:
 * `[?@.a&&!@.b&&@.c.d=='e'&&@.f!=null]`. It stands for the first that it finds, where not everything
 * is asked for.
 *
 * @format json-path
 */
export type Path = string;

/**
 * A path when it begins with `$`, else text with `{name}` in it.
 *
 * @format path-or-text
 */
export type PathOrText = string;

/**
 * A path when it begins with `$`, else exactly one `{name}`, whose value is taken as it is.
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

/** Names and values of headers, with `{name}` in either. */
export type HeaderTemplates = Readonly<Record<string, TextTemplate>>;

/**
 * JSON with `{variable}` in its strings. A string that is exactly one variable keeps the type of its
 * value; where the value is missing, the key is left out.
 */
export type BodyTemplate =
  | TextTemplate
  | number
  | boolean
  | null
  | readonly BodyTemplate[]
  | { readonly [key: string]: BodyTemplate };

/**
 * A question about an answer. Everything that is present has to hold; of a path that finds more than
 * one value, it has to hold of one of them.
 */
export interface Condition {
  /** One of these statuses. */
  readonly status?: Status | readonly Status[];
  /** The answer is a redirect, or a web page in place of data: most often a sign-in page (C67). */
  readonly redirected?: boolean;
  /** Where to look: in the body. */
  readonly path?: Path;
  /** Where to look: in a header of the answer. */
  readonly header?: HeaderName;
  /** Where to look: not in the answer but at a variable. */
  readonly value?: TextTemplate;
  /** What is there is this. */
  readonly equals?: string | number | boolean | null;
  /** A text is there that begins so. */
  readonly startsWith?: string;
  /** A text is there that holds this. */
  readonly contains?: string;
  /** A text is there, of at most 1000 characters, that fits this regular expression. */
  readonly matches?: Pattern;
  /**
   * Whether anything is there; `null` is nothing, an empty text is something. Default `true`, where one
   * looks and asks nothing else.
   */
  readonly exists?: boolean;
  /** All of these hold as well: for more than one place to look. */
  readonly all?: readonly Condition[];
  /** This does not hold. */
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
