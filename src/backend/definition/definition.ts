import type { MfaCapabilities } from '../backend.js';
import type { StepUpProof } from '../mfa-error.js';
import type { ErrorRule } from './error-rule-types.js';
import type { Listed, Value } from './mapping-types.js';
import type {
  BodyTemplate,
  Condition,
  HeaderTemplates,
  Origin,
  Path,
  RequestTemplate,
  UrlTemplate,
} from './notations.js';
import type {
  AuthenticatorResult,
  AuthenticatorsResult,
  ConfirmationResult,
  EnrollmentResult,
  RecoveryCodesResult,
  RecoveryCodesStatusResult,
  StatusResult,
  VerificationResult,
} from './result-types.js';

/**
 * A backend's HTTP API as data: JSON, without code. `schema.json` of the package is generated from
 * this type.
 *
 * Three notations mean the same everywhere in a definition:
 *
 * - `"{name}"` is a variable. Its value is the operation's input (`code`, `password` …), else a value
 *   captured from an earlier response, else a value of the page (`issuer` and `account` are attributes
 *   of the element, the rest its property `variables`), else the source that `variables` declares.
 * - `"$.a.b"` is a path into the JSON of a response (RFC 9535).
 * - A {@link Condition} tests a response. A list of conditions holds if any of them holds.
 *
 * `null` in a response counts as absent; an empty string does not.
 */
export interface BackendDefinition {
  /** The address of the schema, for completion and checks in an editor. Ignored at run time. */
  readonly $schema?: string;
  /** The product, for people who read the definition. */
  readonly name?: string;
  /** Whether requests send cookies. Default `same-origin`; another origin needs `include` (C45). */
  readonly credentials?: 'same-origin' | 'include' | 'omit';
  /** The `Referer` header of a request: none (the default), or the page's origin. */
  readonly referrer?: 'none' | 'origin';
  /**
   * Time limit of a whole operation, in milliseconds. Default 15 000 (C52).
   *
   * @minimum 1
   * @maximum 120000
   */
  readonly timeout?: number;
  /**
   * Origins, besides that of the base URL, that a `{+url}` from a response may point to. Requests to
   * them send no cookies, no headers that hold a variable, and none of `headers`.
   */
  readonly origins?: readonly Origin[];
  /** Headers of every request. A header whose variable has no value is omitted. */
  readonly headers?: HeaderTemplates;
  /**
   * Sources of the variables that are neither operation inputs nor captured from responses. `issuer`
   * and `account`, the attributes of the element, need no declaration.
   */
  readonly variables?: Readonly<Record<string, VariableSource | readonly VariableSource[]>>;
  /**
   * Requests before every operation, such as one that sets the CSRF cookie. Their errors are mapped by
   * their own `errors` and by those of the whole definition, not by those of the operation.
   */
  readonly before?: readonly RequestStep[];
  /** Values to capture from every response, successful or not. A new value replaces the old one. */
  readonly capture?: Captures;
  /** Optional features of the server that are not operations. */
  readonly capabilities?: MfaCapabilities;
  /** The operations that the server supports. The elements hide what needs an absent one. */
  readonly operations: OperationDefinitions;
  /**
   * Rules that map a failed response to an error kind. Tested in order, after those of the request and
   * the operation. If none matches, 429 is `rate-limited`, 423 is `locked` and 5xx is `unavailable`. 401, 419,
   * 428, 440, 498, 499, a redirect and a web page mean that the session is over: `login-expired` with a code at
   * sign-in, otherwise `signed-out`. So does 403, unless its JSON speaks of CSRF (`csrf`) or gives another
   * reason (`forbidden`). 428 to a change is `step-up-required` if there is `stepUp`. An app or enrollment that
   * is gone is `not-found` (404, 410) or `enrollment-expired` (410). Every other status is `unexpected`.
   *
   * After a request that may change something, a response of 400 to 499 and one that a rule matches refuse
   * the change. Any other failure leaves its outcome unknown: the error is `unknown-outcome`, and the elements
   * look up what became of it.
   */
  readonly errors?: readonly ErrorRule[];
}

/** The operations, each with the fields that its result may have. */
export interface OperationDefinitions {
  /** Returns the step of the sign-in that is due. */
  readonly status?: OperationDefinition<StatusResult>;
  /**
   * Starts an enrollment. The result needs `secret` (base32) or `otpauthUri`; the other is derived. To
   * build a URI from a secret, `issuer`, `account`, `algorithm`, `digits` and `period` are used. Captured
   * values are dropped when the enrollment ends.
   */
  readonly startEnrollment?: OperationDefinition<EnrollmentResult>;
  /** Links the app. Input: `enrollmentId`, `secret`, `code` and optionally `name`. */
  readonly confirmEnrollment?: OperationDefinition<ConfirmationResult>;
  /** Cancels an enrollment. Input: `enrollmentId`. If absent, no request is sent. */
  readonly cancelEnrollment?: OperationDefinition;
  /** Signs in with a code. Input: `code` and, if the server supports it, `rememberDevice` (`true`). */
  readonly verify?: OperationDefinition<VerificationResult>;
  /** Signs in with a recovery code. Input: `recoveryCode`. */
  readonly verifyRecoveryCode?: OperationDefinition<VerificationResult>;
  /** Returns the linked authenticators. */
  readonly listAuthenticators?: OperationDefinition<AuthenticatorsResult>;
  /** Renames a linked authenticator. Input: `authenticatorId`, `name`. */
  readonly renameAuthenticator?: OperationDefinition<AuthenticatorResult>;
  /** Unlinks an authenticator. Input: `authenticatorId`. */
  readonly unlinkAuthenticator?: OperationDefinition;
  /** Steps up. Input: `password` or `code`. */
  readonly stepUp?: OperationDefinition;
  /** Returns how many recovery codes are left. */
  readonly recoveryCodesStatus?: OperationDefinition<RecoveryCodesStatusResult>;
  /** Generates new recovery codes. */
  readonly generateRecoveryCodes?: OperationDefinition<RecoveryCodesResult>;
}

/**
 * The requests of one operation and what its responses mean. An operation has one of these:
 *
 * - `request`, with `body`, `headers` and `success` beside it: one request;
 * - `steps`: several requests in order; the response to the last one is the response of the operation;
 * - `navigate` or `form`, optionally after `steps`: the browser leaves for a page of the server;
 * - none of them, if nothing changes at the server: no request is sent, and the result is made from
 *   variables only.
 */
export interface OperationDefinition<Result = never> extends Partial<RequestStep> {
  /**
   * Several requests in order, instead of `request`. If a `GET` after a request that changes state fails
   * and no error rule matches, the error is `unknown-outcome`.
   */
  readonly steps?: readonly RequestStep[];
  /** Navigates to a page of the server, instead of `request`: a path, or `{+url}`. */
  readonly navigate?: UrlTemplate;
  /** Submits a form to a page of the server, with `body` as its fields. */
  readonly form?: RequestTemplate;
  /**
   * Proofs of which the request needs one, as `{password}` or `{code}`. If there is none yet, no request
   * is sent and the element asks for it first. `stepUp` has to capture it. It is used once, or with
   * `confirmEnrollment` until that enrollment ends.
   */
  readonly requires?: readonly StepUpProof[];
  /**
   * The fields of the result, read from a successful response. If absent, nothing is read. Required with
   * `status`, `startEnrollment`, `listAuthenticators`, `recoveryCodesStatus` and `generateRecoveryCodes`,
   * unless the operation navigates.
   */
  readonly result?: Result;
  /**
   * Tokens for the page to store, such as an access token. Dispatched to the page in `mfa-tokens` only. A JSON object
   * in which `tokens`, `capture` and `result` find nothing signs nobody in, unless the request states `success`.
   */
  readonly tokens?: Captures;
}

/** One request, and which responses to it are successful. */
export interface RequestStep {
  /** Skips the request unless the previous response matches. With a list, any match counts. */
  readonly when?: Condition | readonly Condition[];
  /**
   * Continues if the request fails, as if it had been skipped. At least one request of a change has to succeed. If
   * the response to a change is lost, the outcome is unknown where no earlier request has made a change, and where
   * the result is read from it.
   */
  readonly optional?: boolean;
  /** Method and path, such as `"POST /enrollments/{enrollmentId}/confirmation"`. */
  readonly request: RequestTemplate;
  /** The body. If absent, the request has none. */
  readonly body?: BodyTemplate;
  /** The encoding of the body. Default `json`; `form` is `application/x-www-form-urlencoded`. */
  readonly encoding?: 'json' | 'form';
  /** Headers of this request. They replace those of the whole definition, ignoring case. */
  readonly headers?: HeaderTemplates;
  /**
   * Which responses are successful. With a list, any match counts. Nothing else decides: a 400 that
   * matches is successful, and `errors` is not tested then.
   *
   * Default for a request that changes nothing: status 200 to 299, and no web page. Default for a change: 200, 201,
   * 203, 204 or 205 with a JSON object or no body; a list only if something is read from one. A body that says that it
   * failed is no success: `success`, `succeeded`, `successful` or `ok` is `false`, 0 or `no`, `error`, `errors` or
   * `errorType` is filled, `status` is `error`, `fail` or from 400 to 599, or it is a problem (RFC 9457). Of a change
   * also if `status` or `result` is `false`, a word such as `denied` or a code such as `INVALID_TOTP_ERROR`, if
   * `statusCode` is from 400 to 599, and if `data` is or holds nothing but `false`; after a code or a password also if
   * `verified`, `valid`, `authenticated`, `authorized`, `signedIn` or `loggedIn` is `false`, 0 or `no`. State it where
   * the response itself has to prove the change.
   */
  readonly success?: Condition | readonly Condition[];
  /**
   * Values to capture from a successful response. In one of several `steps`, they last for the rest of
   * the operation, and with `startEnrollment` until that enrollment ends. In the operation itself, they
   * last for all later operations.
   */
  readonly capture?: Captures;
  /** Rules that map a failed response. Tested in order, before those of the whole definition. */
  readonly errors?: readonly ErrorRule[];
}

/** Values to capture, by name. */
export type Captures = Readonly<Record<string, Value | Listed>>;

/**
 * The source of a variable, read at each request. In a list, the first source that has a value counts. A
 * string, number or boolean is a constant.
 */
export type VariableSource =
  | string
  | number
  | boolean
  | {
      /** Supplied by the page in the property `variables`; this text describes it. */
      readonly page: string;
      /** The page may omit it. */
      readonly optional?: boolean;
    }
  | {
      /** The name of a cookie. Its value is URL-decoded. */
      readonly cookie: string;
    }
  | {
      /** The content of `<meta name="…">`. */
      readonly meta: string;
    }
  | {
      /** The value of the input with this name. */
      readonly input: string;
    }
  | {
      /** An attribute … */
      readonly attribute: string;
      /** … of the first element that matches this CSS selector. */
      readonly of: string;
    }
  | {
      /** A path into the global object, for a value that a script of the page put there. */
      readonly global: Path;
    }
  | {
      /**
       * `secret` is a new shared secret: 20 random bytes in base32. `idempotency-key` is a UUID for a server
       * that knows the header `Idempotency-Key`: a new one for each operation, and the same one if the user
       * repeats an operation whose outcome is unknown. Send it in the `headers` of one request of an
       * operation, because a server takes it for that request only.
       */
      readonly generate: 'secret' | 'idempotency-key';
    };
