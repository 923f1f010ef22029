import type { MfaOperation } from '../../src/backend/backend.js';
import type { BackendDefinition } from '../../src/backend/definition/definition.js';
import type { Variables } from '../../src/backend/definition/variables.js';
import type { MfaErrorKind } from '../../src/backend/mfa-error.js';

/** What a person types in every recording. Whether a code is right is for the answer to say. */
export const TYPED = {
  wrongCode: '000000',
  rightCode: '492039',
  password: 'welkom-bij-profi',
  recoveryCode: 'abcd-efgh-1234',
  name: 'Telefoon van Sanne',
} as const;

/** The secret that is made where the definition says `{ "generate": "secret" }`: chance is held still. */
export const GENERATED_SECRET = 'AAAQEAYEAUDAOCAJBIFQYDIOB4IBCEQT';

/** One request that a product is sent, and its answer as its source or documentation gives it. */
export interface RecordedExchange {
  /** Method and path with query, below the base URL, exactly as they are sent. */
  readonly request: string;
  /** Headers that have to go along. `null`: one that must not. */
  readonly headers?: Readonly<Record<string, string | null>>;
  /** The whole body: JSON, or the fields of a form. Absent: there must be none. */
  readonly body?: unknown;
  readonly answer: {
    readonly status: number;
    /** Beside `Content-Type: application/json`, which goes with a body. */
    readonly headers?: Readonly<Record<string, string>>;
    /** JSON. Absent: an empty body. A web page: a string, with its Content-Type in `headers`. */
    readonly body?: unknown;
  };
  /** Where the answer is written down: the address of a source file (with its version) or page. */
  readonly source: string;
}

/**
 * What a person does. `open`: the page with the tag opens; to be left out where nothing is asked by
 * that and nothing of interest shows.
 */
export type Act =
  | 'open'
  | 'wrong code'
  | 'right code'
  | 'remember device and right code'
  | 'recovery code'
  /** Types the password, or a code, to prove once more who is there. */
  | 'password'
  | 'proof code'
  | 'cancel'
  | 'unlink'
  | 'rename'
  | 'generate recovery codes'
  /** Makes a new QR code in place of one that is too old. */
  | 'new QR code'
  /** Begins to link one more app, at the list. */
  | 'link another'
  /** Goes on from what was only to be seen or kept, such as recovery codes. */
  | 'go on';

/** What is on the screen then, or where the person went. */
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
  /** Linked; with the recovery codes that show, if any do. */
  | { readonly linked: { readonly recoveryCodes?: readonly string[] } }
  | 'verified'
  /** New recovery codes show. */
  | { readonly recoveryCodes: readonly string[] }
  /** How many are left. */
  | { readonly recoveryCodesLeft: number }
  /** The names of the apps in the list; an app without one: `''`. */
  | { readonly listed: readonly string[] }
  | 'canceled'
  /** The page is left for this address; with the fields of the form when it is one. */
  | { readonly leavesFor: string; readonly fields?: Readonly<Record<string, string>> };

/** One thing that a person does, what goes over the line by it, and what the person then sees. */
export interface RecordedStep {
  readonly act: Act;
  readonly exchanges: readonly RecordedExchange[];
  readonly then: Outcome;
  /** The tokens that the page gets. */
  readonly tokens?: Readonly<Record<string, string>>;
}

/** A walk of one person through one tag. */
export interface Scenario {
  /** What it shows, such as "a wrong code, then the right one". */
  readonly name: string;
  readonly tag:
    'mfa-login' | 'mfa-enrollment' | 'mfa-challenge' | 'mfa-authenticators' | 'mfa-recovery-codes';
  /** In place of those of the recording, where the scenario needs others. */
  readonly variables?: Variables;
  readonly steps: readonly RecordedStep[];
}

/** What a product answers, as data, and walks through it. */
export interface Recording {
  /** The name of the preset, or of the product. */
  readonly preset: string;
  /** Its definition, where it is none of the presets. */
  readonly definition?: BackendDefinition;
  readonly baseUrl: string;
  /** What the page provides. */
  readonly variables?: Variables;
  /** As attributes, where the product does not give them. */
  readonly issuer?: string;
  readonly account?: string;
  /** What stands on the page: cookies, and markup such as a `<meta>` or a hidden input. */
  readonly cookies?: Readonly<Record<string, string>>;
  readonly markup?: string;
  readonly scenarios: readonly Scenario[];
}
