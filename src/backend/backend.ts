/** A second factor. Others (passkeys) may be added to `totp`. */
export type MfaMethod = 'totp' | (string & {});

/** The step of a sign-in that is due. */
export type MfaState = 'enrollment-required' | 'code-required' | 'verified' | 'signed-out';

/** The step of a sign-in that is due, and the account. */
export interface MfaStatus {
  readonly state: MfaState;
  readonly methods: readonly MfaMethod[];
  /** The name of the account in the authenticator app, often an e-mail address. */
  readonly account?: string;
  /** The name of the site in the authenticator app. */
  readonly issuer?: string;
}

/** An enrollment that has started and waits for the first right code. */
export interface Enrollment {
  readonly id: string;
  readonly method: MfaMethod;
  /** The shared secret in base32 without padding (RFC 4648). Secret: memory and rendered text only. */
  readonly secret: string;
  /** `otpauth://totp/…` for the QR code. Secret, because it contains the shared secret. */
  readonly otpauthUri: string;
  /** The time when the server forgets this enrollment. */
  readonly expiresAt?: Date;
}

/** An authenticator app that is linked to the account. */
export interface Authenticator {
  readonly id: string;
  readonly method: MfaMethod;
  readonly name?: string;
  readonly createdAt?: Date;
  readonly lastUsedAt?: Date;
}

/** The result of a right first code. */
export interface EnrollmentConfirmation {
  readonly authenticator: Authenticator;
  /** Recovery codes, which are shown once. Secret. */
  readonly recoveryCodes?: readonly string[];
  /** The URL that the server redirects the person to. */
  readonly redirectTo?: string;
}

/** The result of a right code at sign-in. */
export interface Verification {
  /** The URL that the server redirects the person to. */
  readonly redirectTo?: string;
  /** The number of recovery codes that are left, after one was used. */
  readonly recoveryCodesLeft?: number;
  /** New recovery codes that replace the used one, which are shown once. Secret. */
  readonly recoveryCodes?: readonly string[];
}

/** The number of recovery codes of an account, and never the codes themselves. */
export interface RecoveryCodesStatus {
  readonly left: number;
  readonly total?: number;
  readonly createdAt?: Date;
}

/** The proof for step-up: the password or a one-time code. */
export type StepUpInput = { readonly password: string } | { readonly code: string };

/** The options of every operation. */
export interface RequestOptions {
  /** Aborts the request; the promise then rejects with the signal's reason. */
  readonly signal?: AbortSignal;
}

/** Optional features that are not operations. If one is omitted, it is unsupported or unknown. */
export interface MfaCapabilities {
  /** The server can remember a device: `rememberDevice` may be sent with a code. */
  readonly rememberDevice?: boolean;
  /**
   * The characters of its recovery codes, such as Crockford's base32. An O that a person types is then
   * sent as 0 if the alphabet has no O, and so on. The case is that of the alphabet.
   */
  readonly recoveryCodeAlphabet?: string;
  /** The server reports when an app was last used: an app without that time was not used yet. */
  readonly tellsLastUse?: boolean;
  /**
   * The number of apps that an account can have; 0 if none can be linked here. If it is absent, the server
   * refuses an app that is too many.
   *
   * @minimum 0
   * @asType integer
   */
  readonly maxAuthenticators?: number;
}

/**
 * The operations of a server. Every operation is optional: if one is missing, the elements leave out
 * what needs it.
 *
 * An operation rejects only with an {@link MfaError}, or with the signal's reason if it was aborted. Anything else
 * that is thrown counts as `unexpected`: a TypeError, an error of a second copy of this library. One that
 * does not settle in 60 seconds has timed out, and its signal is aborted. The elements call an operation that
 * changes something once for each action of the person and never retry it (ARCHITECTURE.md, decision 5).
 *
 * After a change, `timeout`, `unavailable` and `unexpected` say that it was not made only with a `status` of 400 to
 * 499. Otherwise the outcome is unknown, and the elements look it up. Any other kind says that it was not made.
 *
 * `verify`, `verifyRecoveryCode`, `renameAuthenticator`, `unlinkAuthenticator`, `cancelEnrollment` and `stepUp` may
 * resolve to nothing, and then count as done. Return a result only if the server did it; throw an MfaError if it
 * refused.
 *
 * @example
 * const backend: MfaBackend = {
 *   async verify({ code }, { signal } = {}) {
 *     const { data, error } = await client.verify(code, { signal });
 *     if (error?.code === 'wrong_code') throw new MfaError('invalid-code', 'The server refused the code.');
 *     if (error) throw new MfaError('unknown-outcome', 'The server may have accepted the code.');
 *     return { redirectTo: data.next };
 *   },
 * };
 */
export interface MfaBackend {
  /** Optional features that are not operations. */
  readonly capabilities?: MfaCapabilities;
  /** Returns the step of the sign-in that is due. */
  status?(options?: RequestOptions): Promise<MfaStatus>;
  /** Starts an enrollment. If one has started and has not expired, the secret is the same. */
  startEnrollment?(options?: RequestOptions): Promise<Enrollment>;
  /**
   * Links the app with the first code it shows. `secret` is the one of the enrollment, for a server that
   * does not store it meanwhile.
   */
  confirmEnrollment?(
    input: {
      readonly enrollmentId: string;
      readonly secret: string;
      readonly code: string;
      readonly name?: string;
    },
    options?: RequestOptions,
  ): Promise<EnrollmentConfirmation>;
  /** Cancels an enrollment that is not confirmed. */
  cancelEnrollment?(
    input: { readonly enrollmentId: string },
    options?: RequestOptions,
  ): Promise<void>;
  /** Signs in with a code from the app. */
  verify?(
    input: { readonly code: string; readonly rememberDevice?: boolean },
    options?: RequestOptions,
  ): Promise<Verification>;
  /** Signs in with a recovery code, which cannot be used again. */
  verifyRecoveryCode?(
    input: { readonly recoveryCode: string },
    options?: RequestOptions,
  ): Promise<Verification>;
  /** Returns the linked apps. */
  listAuthenticators?(options?: RequestOptions): Promise<readonly Authenticator[]>;
  /** Renames a linked app. */
  renameAuthenticator?(
    input: { readonly authenticatorId: string; readonly name: string },
    options?: RequestOptions,
  ): Promise<Authenticator>;
  /** Unlinks an app. */
  unlinkAuthenticator?(
    input: { readonly authenticatorId: string },
    options?: RequestOptions,
  ): Promise<void>;
  /** Steps up: checks a proof before an operation that requires one. */
  stepUp?(input: StepUpInput, options?: RequestOptions): Promise<void>;
  /** Returns the number of recovery codes that are left. */
  recoveryCodesStatus?(options?: RequestOptions): Promise<RecoveryCodesStatus>;
  /** Generates recovery codes; the old ones stop working. */
  generateRecoveryCodes?(options?: RequestOptions): Promise<readonly string[]>;
  /**
   * Deletes the values captured from earlier responses. It is called when the element that created the
   * backend is removed, or when the page is left.
   */
  forget?(): void;
}

/** The name of one of the operations of {@link MfaBackend}. */
export type MfaOperation = Exclude<keyof MfaBackend, 'capabilities' | 'forget'>;
