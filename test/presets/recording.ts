import type { MfaOperation } from '../../src/backend/backend.js';
import type { BackendDefinition } from '../../src/backend/definition/definition.js';
import type { Variables } from '../../src/backend/definition/variables.js';
import type { MfaErrorKind } from '../../src/backend/mfa-error.js';

/** The input of the user in every recording. The recorded response decides whether a code is right. */
export const TYPED = {
  wrongCode: '000000',
  rightCode: '492039',
  password: 'welkom-bij-profi',
  recoveryCode: 'abcd-efgh-1234',
  name: 'Telefoon van Sanne',
} as const;

/** The secret that `{ "generate": "secret" }` gives in a walk, where random values are fixed. */
export const GENERATED_SECRET = 'AAAQEAYEAUDAOCAJBIFQYDIOB4IBCEQT';

/** A request to a product, and its response as the source or documentation of the product gives it. */
export interface RecordedExchange {
  /** Method and path with query, below the base URL, exactly as they are sent. */
  readonly request: string;
  /** Headers that must be sent; `null` for one that must not be sent. */
  readonly headers?: Readonly<Record<string, string | null>>;
  /** The whole body: JSON, or the fields of a form. If absent, there must be none. */
  readonly body?: unknown;
  readonly response: {
    readonly status: number;
    /** Headers besides `Content-Type: application/json`, which is added to a body. */
    readonly headers?: Readonly<Record<string, string>>;
    /** JSON, or a string for a web page, with its Content-Type in `headers`. If absent, the body is empty. */
    readonly body?: unknown;
  };
  /** The source of the response: the URL of a source file (with its version) or of a page. */
  readonly source: string;
}

/**
 * An action of the person. `open` opens the page with the element; leave it out if that sends no request and
 * shows nothing of interest.
 */
export type Act =
  | 'open'
  | 'wrong code'
  | 'right code'
  | 'remember device and right code'
  | 'recovery code'
  /** Types the password, or a code, for the step-up. */
  | 'password'
  | 'proof code'
  | 'cancel'
  | 'unlink'
  | 'rename'
  | 'generate recovery codes'
  /** Makes a new QR code in place of an expired one. */
  | 'new QR code'
  /** Starts to link another app, at the list. */
  | 'link another'
  /** Continues after a step that only shows something, such as recovery codes. */
  | 'go on';

/** The screen after an action, or the URL that the page navigates to. */
export type Outcome =
  | {
      readonly error: MfaErrorKind;
      readonly operation?: MfaOperation;
      readonly retryAfter?: number;
    }
  /** The QR code, of an otpauth URI with this secret. */
  | { readonly qrCode: { readonly secret: string } }
  /** The field for the code at sign-in. */
  | 'code asked'
  /** The step-up: the field for the password, or for a code. */
  | 'password asked'
  | 'proof code asked'
  /** An app is linked; with the recovery codes that show, if any. */
  | { readonly linked: { readonly recoveryCodes?: readonly string[] } }
  | 'verified'
  /** New recovery codes show. */
  | { readonly recoveryCodes: readonly string[] }
  /** How many are left. */
  | { readonly recoveryCodesLeft: number }
  /** The names of the apps in the list; an app without one: `''`. */
  | { readonly listed: readonly string[] }
  | 'canceled'
  /** The page navigates to this URL; with the fields if it posts a form. */
  | { readonly leavesFor: string; readonly fields?: Readonly<Record<string, string>> };

/** An action, the requests and responses that it causes, and its outcome. */
export interface RecordedStep {
  readonly act: Act;
  readonly exchanges: readonly RecordedExchange[];
  readonly then: Outcome;
  /** The tokens that the page gets. */
  readonly tokens?: Readonly<Record<string, string>>;
}

/** A walk of one person through one element. */
export interface Scenario {
  /** Its name, such as "a wrong code, then the right one". */
  readonly name: string;
  readonly tag:
    'mfa-login' | 'mfa-enrollment' | 'mfa-challenge' | 'mfa-authenticators' | 'mfa-recovery-codes';
  /** Replaces the variables of the recording. */
  readonly variables?: Variables;
  readonly steps: readonly RecordedStep[];
}

/** The responses of a product, as data, and walks through them. */
export interface Recording {
  /** The name of the preset, or of the product. */
  readonly preset: string;
  /** Its definition, if it is not a preset. */
  readonly definition?: BackendDefinition;
  readonly baseUrl: string;
  /** The variables of the page. */
  readonly variables?: Variables;
  /** Attributes of the element, if the product does not give the values. */
  readonly issuer?: string;
  readonly account?: string;
  /** Cookies and markup of the page, such as a `<meta>` or a hidden input. */
  readonly cookies?: Readonly<Record<string, string>>;
  readonly markup?: string;
  readonly scenarios: readonly Scenario[];
}
