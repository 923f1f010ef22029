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
 * A backend's HTTP API as data: JSON, no code. This is the published shape; `schema.json` of the
 * package is made of it.
 *
 * Three notations go through all of it, and mean the same everywhere:
 *
 * - `"{name}"` stands for a variable: what was given to the operation (`code`, `password` …), else
 *   what was captured from an earlier answer, else what the page gives (`issuer` and `account` as
 *   attributes of the tag, the rest in its property `variables`), else what `variables` says.
 * - `"$.a.b"` is a path into the JSON of an answer (RFC 9535).
 * - A {@link Condition} is a question about an answer. Of a list of them, one has to hold.
 *
 * `null` in an answer is nothing; an empty text is something.
 */
export interface BackendDefinition {
  /** Where the schema is, for completion and checks in an editor. Not looked at otherwise. */
  readonly $schema?: string;
  /** The product, for people who read the definition. */
  readonly name?: string;
  /** Whether cookies go along. Default `same-origin`; another origin needs `include` (C45). */
  readonly credentials?: 'same-origin' | 'include' | 'omit';
  /** What a request tells of the page it comes from: nothing (the default), or its origin. */
  readonly referrer?: 'none' | 'origin';
  /**
   * Milliseconds for a whole operation. Default 15 000 (C52).
   *
   * @minimum 1
   * @maximum 120000
   */
  readonly timeout?: number;
  /**
   * Origins beside that of the base URL that a `{+url}` out of an answer may lead to. There go no
   * cookies, no headers that hold a variable, and none of `headers`.
   */
  readonly origins?: readonly Origin[];
  /** Headers of every request. One whose variable has no value is left out. */
  readonly headers?: HeaderTemplates;
  /**
   * Every variable that no operation is given and no answer brings, and where it comes from. Without
   * being declared there are `issuer` and `account`, the attributes of the tag.
   */
  readonly variables?: Readonly<Record<string, VariableSource | readonly VariableSource[]>>;
  /**
   * Requests ahead of every operation, such as one that brings the cookie against CSRF. What a failed
   * answer to one of them means is in its own `errors` and in those of the whole definition.
   */
  readonly before?: readonly RequestStep[];
  /** What to keep of every answer, good or not, where it is there; it replaces what was kept. */
  readonly capture?: Captures;
  /** What the server can do beside having an operation. */
  readonly capabilities?: MfaCapabilities;
  /** What the server can be asked. What is absent is left out of the tags as well. */
  readonly operations: OperationDefinitions;
  /**
   * What a failed answer means. Looked at in order, after those of the request and operation. Beyond
   * them 429 is `rate-limited` and 5xx `unavailable`; every other status, 401 too, is `unexpected`.
   */
  readonly errors?: readonly ErrorRule[];
}

/** What can be asked of a server, each with the fields that its result may have. */
export interface OperationDefinitions {
  /** Which step is due for whoever is signing in. */
  readonly status?: OperationDefinition<StatusResult>;
  /**
   * Begins to link an app. Of `secret` (base32) and `otpauthUri` one will do; the other follows from
   * it, with `issuer`, `account`, `algorithm`, `digits` and `period` where a URI has to be made. What
   * it captures is forgotten with the enrollment.
   */
  readonly startEnrollment?: OperationDefinition<EnrollmentResult>;
  /** Links the app. Given: `enrollmentId`, `secret`, `code` and perhaps `name`. */
  readonly confirmEnrollment?: OperationDefinition<ConfirmationResult>;
  /** Forgets an enrollment. Given: `enrollmentId`. Absent: it is forgotten here, and nobody is told. */
  readonly cancelEnrollment?: OperationDefinition;
  /** Signs in with a code. Given: `code` and, where the server can, `rememberDevice` (`true`). */
  readonly verify?: OperationDefinition<VerificationResult>;
  /** Signs in with a recovery code. Given: `recoveryCode`. */
  readonly verifyRecoveryCode?: OperationDefinition<VerificationResult>;
  /** The linked apps. */
  readonly listAuthenticators?: OperationDefinition<AuthenticatorsResult>;
  /** Gives an app another name. Given: `authenticatorId`, `name`. */
  readonly renameAuthenticator?: OperationDefinition<AuthenticatorResult>;
  /** Takes a link away. Given: `authenticatorId`. */
  readonly unlinkAuthenticator?: OperationDefinition;
  /** Proves once more who is there. Given: `password` or `code`. */
  readonly stepUp?: OperationDefinition;
  /** How many recovery codes are left. */
  readonly recoveryCodesStatus?: OperationDefinition<RecoveryCodesStatusResult>;
  /** New recovery codes. */
  readonly generateRecoveryCodes?: OperationDefinition<RecoveryCodesResult>;
}

/**
 * How one thing is asked, and what the answer means. What is asked is one of these:
 *
 * - `request`, with `body`, `headers`, `success` beside it: one request;
 * - `steps`: requests one after the other, of which the last one's answer is the answer;
 * - `navigate` or `form`, perhaps after `steps`: the page is left for the server's own page;
 * - none of them, where nothing has to change at the server: nothing is asked, and the result is made
 *   of variables alone.
 */
export interface OperationDefinition<Result = never> extends Partial<RequestStep> {
  /**
   * Requests one after the other, in place of `request`. When a `GET` after one that changes something
   * fails and no error rule says how, the outcome is unknown.
   */
  readonly steps?: readonly RequestStep[];
  /** Leaves for a page of the server, in place of `request`: a path, or `{+url}`. */
  readonly navigate?: UrlTemplate;
  /** Leaves for a page of the server as a form does, with `body` as its fields. */
  readonly form?: RequestTemplate;
  /**
   * The proofs of which one has to go along as `{password}` or `{code}`. Without one nothing is
   * sent: the person is asked first. `stepUp` has to capture it, and it is used once; with
   * `confirmEnrollment`, until that enrollment is over.
   */
  readonly requires?: readonly StepUpProof[];
  /**
   * Where the facts are in a good answer. Absent: nothing is read from it. Required with `status`,
   * `startEnrollment`, `listAuthenticators`, `recoveryCodesStatus` and `generateRecoveryCodes`, unless
   * the page is left.
   */
  readonly result?: Result;
  /** What the page is to keep, such as an access token. It gets them in one event, nobody else does. */
  readonly tokens?: Captures;
}

/** One request, and which answers to it are good. */
export interface RequestStep {
  /** Leaves the request out unless this holds of the answer before it; of a list, one has to hold. */
  readonly when?: Condition | readonly Condition[];
  /** Goes on when it fails, as if it had been left out. */
  readonly optional?: boolean;
  /** What is asked, such as `"POST /enrollments/{enrollmentId}/confirmation"`. */
  readonly request: RequestTemplate;
  /** The body. Absent: no body. */
  readonly body?: BodyTemplate;
  /** How the body is written. Default `json`; `form` is `application/x-www-form-urlencoded`. */
  readonly encoding?: 'json' | 'form';
  /** Headers of this request; they replace those of the whole definition, whatever their case. */
  readonly headers?: HeaderTemplates;
  /**
   * Which answers are good; of a list, one has to hold. It alone decides, also of a 400; at a good
   * answer `errors` is not looked at. Default every status from 200 to 299.
   */
  readonly success?: Condition | readonly Condition[];
  /**
   * What to keep of a good answer. Of one of several `steps`: for the rest of the operation, and with
   * `startEnrollment` until that enrollment is over. Of the operation itself: for all that come after.
   */
  readonly capture?: Captures;
  /** What a failed answer to it means. Looked at in order, before those of the whole definition. */
  readonly errors?: readonly ErrorRule[];
}

/** Names, and what to keep under them. */
export type Captures = Readonly<Record<string, Value | Listed>>;

/**
 * Where a variable comes from, looked up at each request; of a list, the first that has a value. A
 * text, number or boolean is a constant.
 */
export type VariableSource =
  | string
  | number
  | boolean
  | {
      /** The page gives it in the property `variables`; here stands what it is. */
      readonly page: string;
      /** The page may leave it out. */
      readonly optional?: boolean;
    }
  | {
      /** The name of a cookie; its value is URL-decoded. */
      readonly cookie: string;
    }
  | {
      /** The content of `<meta name="…">`. */
      readonly meta: string;
    }
  | {
      /** The value of the input of that name. */
      readonly input: string;
    }
  | {
      /** An attribute … */
      readonly attribute: string;
      /** … of the first element that this CSS selector finds. */
      readonly of: string;
    }
  | {
      /** Something a script of the page left in the global object. */
      readonly global: Path;
    }
  | {
      /** A new shared secret: 20 random bytes in base32. */
      readonly generate: 'secret';
    };
