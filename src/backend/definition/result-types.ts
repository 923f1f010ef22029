import type { Listed, Mapped, Conditional, Value } from './mapping-types.js';

/** The fields of a status. */
export interface StatusFields extends Conditional {
  /** Required. `enrollment-required`, `code-required`, `verified` or `signed-out`. */
  readonly state?: Value;
  /** The methods of the second factor. Default `["totp"]`. */
  readonly methods?: Value | Listed;
  /** The account as the authenticator app shows it. */
  readonly account?: Value;
  /** The site as the authenticator app shows it. */
  readonly issuer?: Value;
}

/** The fields of an enrollment. Either `secret` or `otpauthUri` is required. */
export interface EnrollmentFields extends Conditional {
  /** Passed to `confirmEnrollment` and `cancelEnrollment` as `{enrollmentId}`. Default `current`. */
  readonly id?: Value;
  /** Default `totp`. */
  readonly method?: Value;
  /** The shared secret in base32. Required, unless there is an `otpauthUri`. */
  readonly secret?: Value;
  /** `otpauth://totp/…`. Required, unless there is a `secret`; then it is built from the other fields. */
  readonly otpauthUri?: Value;
  /** The site as the authenticator app shows it, to build the URI. */
  readonly issuer?: Value;
  /** The account as the authenticator app shows it, to build the URI. */
  readonly account?: Value;
  /** `SHA1` (the default), `SHA256` or `SHA512`, to build the URI. */
  readonly algorithm?: Value;
  /** The number of digits of a code, to build the URI. Default 6. */
  readonly digits?: Value;
  /** The seconds that a code lasts, to build the URI. Default 30. */
  readonly period?: Value;
  /** When the enrollment expires: RFC 3339, `$seconds` or `$milliseconds`. */
  readonly expiresAt?: Value;
}

/** The fields of a confirmed enrollment. */
export interface ConfirmationFields extends Conditional {
  /** The linked authenticator. Its `id` is required: an answer that names no app has linked none. */
  readonly authenticator?: AuthenticatorResult;
  /** Recovery codes, if they come with the confirmation. */
  readonly recoveryCodes?: Listed;
  /** The page to navigate to next. */
  readonly redirectTo?: Value;
}

/** The fields of a linked authenticator. */
export interface AuthenticatorFields extends Conditional {
  /**
   * Passed to `renameAuthenticator` and `unlinkAuthenticator` as `{authenticatorId}`. Required in a list and
   * with `confirmEnrollment`; a constant is enough if there is only one app, and `success` then has to prove
   * that it was linked. With `renameAuthenticator` the default is the id in the input.
   */
  readonly id?: Value;
  /** Default `totp`. */
  readonly method?: Value;
  /** Its name. Except in a list, the default is the name in the input. */
  readonly name?: Value;
  /** When it was linked: RFC 3339, `$seconds` or `$milliseconds`. */
  readonly createdAt?: Value;
  /** When its code was last used: RFC 3339, `$seconds` or `$milliseconds`. */
  readonly lastUsedAt?: Value;
}

/** The fields of a verification: the result of a correct code at sign-in. */
export interface VerificationFields extends Conditional {
  /** The page to navigate to next. */
  readonly redirectTo?: Value;
  /** The number of recovery codes left after one was used. */
  readonly recoveryCodesLeft?: Value;
  /** New recovery codes that replace the used one. */
  readonly recoveryCodes?: Listed;
}

/** The fields of the status of the recovery codes. */
export interface RecoveryCodesStatusFields extends Conditional {
  /** Required. The number of codes left. */
  readonly left?: Value;
  /** The number of codes that were generated. */
  readonly total?: Value;
  /** When they were generated: RFC 3339, `$seconds` or `$milliseconds`. */
  readonly createdAt?: Value;
}

export type StatusResult = Mapped<StatusFields>;
export type EnrollmentResult = Mapped<EnrollmentFields>;
export type ConfirmationResult = Mapped<ConfirmationFields>;
export type AuthenticatorResult = Mapped<AuthenticatorFields>;
export type AuthenticatorsResult = Listed<AuthenticatorResult>;
export type VerificationResult = Mapped<VerificationFields>;
export type RecoveryCodesStatusResult = Mapped<RecoveryCodesStatusFields>;
export type RecoveryCodesResult = Listed;
