import type { Listed, Mapped, Conditional, Value } from './mapping-types.js';

/** The fields of a status. */
export interface StatusFields extends Conditional {
  /** Required. `enrollment-required`, `code-required`, `verified` or `signed-out`. */
  readonly state?: Value;
  /** What the person can prove it with, such as `["totp"]`, which is also the default. */
  readonly methods?: Value | Listed;
  /** The account as the authenticator app shows it. */
  readonly account?: Value;
  /** The site as the authenticator app shows it. */
  readonly issuer?: Value;
}

/** The fields of an enrollment. Of `secret` and `otpauthUri` one is required. */
export interface EnrollmentFields extends Conditional {
  /** What `confirmEnrollment` and `cancelEnrollment` are given as `{enrollmentId}`. Default `current`. */
  readonly id?: Value;
  /** Default `totp`. */
  readonly method?: Value;
  /** The shared secret in base32. Required, unless there is an `otpauthUri`. */
  readonly secret?: Value;
  /** `otpauth://totp/…`. Required, unless there is a `secret`; then it is made of the other fields. */
  readonly otpauthUri?: Value;
  /** The site as the authenticator app shows it, where a URI has to be made. */
  readonly issuer?: Value;
  /** The account as the authenticator app shows it, where a URI has to be made. */
  readonly account?: Value;
  /** `SHA1` (the default), `SHA256` or `SHA512`, where a URI has to be made. */
  readonly algorithm?: Value;
  /** How long a code is, where a URI has to be made. Default 6. */
  readonly digits?: Value;
  /** How many seconds a code lasts, where a URI has to be made. Default 30. */
  readonly period?: Value;
  /** When the server forgets the enrollment: RFC 3339, `$seconds` or `$milliseconds`. */
  readonly expiresAt?: Value;
}

/** The fields of a confirmed enrollment. */
export interface ConfirmationFields extends Conditional {
  /** The app that is linked now. Default the one of `{enrollmentId}`, called `{name}`. */
  readonly authenticator?: AuthenticatorResult;
  /** Recovery codes, where they come with the confirmation. */
  readonly recoveryCodes?: Listed;
  /** Where the server wants the person to go next. */
  readonly redirectTo?: Value;
}

/** The fields of a linked app. */
export interface AuthenticatorFields extends Conditional {
  /**
   * What `renameAuthenticator` and `unlinkAuthenticator` are given as `{authenticatorId}`. Required in a
   * list; any constant will do where there is one app. Else default the id that was given.
   */
  readonly id?: Value;
  /** Default `totp`. */
  readonly method?: Value;
  /** What the person called it. Default, except in a list, the name that was given. */
  readonly name?: Value;
  /** When it was linked: RFC 3339, `$seconds` or `$milliseconds`. */
  readonly createdAt?: Value;
  /** When a code of it was last used: RFC 3339, `$seconds` or `$milliseconds`. */
  readonly lastUsedAt?: Value;
}

/** The fields of the answer to a right code at sign-in. */
export interface VerificationFields extends Conditional {
  /** Where the server wants the person to go next. */
  readonly redirectTo?: Value;
  /** How many recovery codes are left, after one was spent. */
  readonly recoveryCodesLeft?: Value;
  /** New recovery codes in place of the one that was spent. */
  readonly recoveryCodes?: Listed;
}

/** The fields of the state of the recovery codes. */
export interface RecoveryCodesStatusFields extends Conditional {
  /** Required. How many are left. */
  readonly left?: Value;
  /** How many there were. */
  readonly total?: Value;
  /** When they were made: RFC 3339, `$seconds` or `$milliseconds`. */
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
