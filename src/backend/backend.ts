/** A way to prove that it is you, beside the password. Others (passkeys) may join `totp`. */
export type MfaMethod = 'totp' | (string & {});

/** What is due at sign-in. */
export type MfaState = 'enrollment-required' | 'code-required' | 'verified' | 'signed-out';

/** Which step a sign-in is at, and whose it is. */
export interface MfaStatus {
  readonly state: MfaState;
  readonly methods: readonly MfaMethod[];
  /** The account as the authenticator app shows it, often an e-mail address. */
  readonly account?: string;
  /** The site as the authenticator app shows it. */
  readonly issuer?: string;
}

/** A link with an authenticator app that has begun and waits for the first right code. */
export interface Enrollment {
  readonly id: string;
  readonly method: MfaMethod;
  /** The shared secret in base32 without padding (RFC 4648). Secret: memory and rendered text only. */
  readonly secret: string;
  /** `otpauth://totp/…` for the QR code. Secret, because it holds the shared secret. */
  readonly otpauthUri: string;
  /** When the server forgets this enrollment. */
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

/** The answer to a right first code. */
export interface EnrollmentConfirmation {
  readonly authenticator: Authenticator;
  /** Recovery codes, shown once. Secret. */
  readonly recoveryCodes?: readonly string[];
  /** Where the server wants the person to go next. */
  readonly redirectTo?: string;
}

/** The answer to a right code at sign-in. */
export interface Verification {
  readonly redirectTo?: string;
  /** Given after a recovery code was spent. */
  readonly recoveryCodesLeft?: number;
  /** New recovery codes in place of the one that was spent, shown once. Secret. */
  readonly recoveryCodes?: readonly string[];
}

/** How many recovery codes an account still has. Never the codes themselves. */
export interface RecoveryCodesStatus {
  readonly left: number;
  readonly total?: number;
  readonly createdAt?: Date;
}

/** What the person shows to prove once more that it is them: one of the two. */
export type StepUpInput = { readonly password: string } | { readonly code: string };

/** How a request is made, not what is asked. */
export interface RequestOptions {
  /** Ends the request; the promise then rejects with the signal's reason. */
  readonly signal?: AbortSignal;
}

/** What a server can do beside having an operation. What is left out it cannot, or does not say. */
export interface MfaCapabilities {
  /** It can remember a device: `rememberDevice` may be sent with a code. */
  readonly rememberDevice?: boolean;
  /**
   * The characters its recovery codes are made of, such as Crockford's base32. A person's O is then
   * read as 0 where the codes have no O, and so on; the case is that of the alphabet.
   */
  readonly recoveryCodeAlphabet?: string;
  /** It tells when an app was last used: one without that time was not used yet. */
  readonly tellsLastUse?: boolean;
  /**
   * How many apps one account can have, 1 or more. Absent: the server says so when it is too many.
   *
   * @minimum 1
   * @asType integer
   */
  readonly maxAuthenticators?: number;
}

/**
 * Everything that may be asked of a server, in the words of this library.
 *
 * An operation that is left out is one the server does not have: the tags then leave out what needs
 * it. Every operation rejects with an {@link MfaError} and nothing else, apart from the signal's
 * reason when it was aborted. An operation that changes something is called once per act of the
 * person and never repeated by us (ARCHITECTURE.md, decision 5).
 */
export interface MfaBackend {
  /** What it can do beside having an operation. */
  readonly capabilities?: MfaCapabilities;
  /** Which step is due for whoever is signing in. */
  status?(options?: RequestOptions): Promise<MfaStatus>;
  /** Begins to link an app. Asked again before expiry, it gives the same secret. */
  startEnrollment?(options?: RequestOptions): Promise<Enrollment>;
  /**
   * Links the app with the first code it shows. `secret` is that of the enrollment, for a server that
   * does not keep it meanwhile.
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
  /** Forgets an enrollment that was not finished. */
  cancelEnrollment?(
    input: { readonly enrollmentId: string },
    options?: RequestOptions,
  ): Promise<void>;
  /** Signs in with a code from the app. */
  verify?(
    input: { readonly code: string; readonly rememberDevice?: boolean },
    options?: RequestOptions,
  ): Promise<Verification>;
  /** Signs in with a recovery code, which is spent by it. */
  verifyRecoveryCode?(
    input: { readonly recoveryCode: string },
    options?: RequestOptions,
  ): Promise<Verification>;
  /** The linked apps. */
  listAuthenticators?(options?: RequestOptions): Promise<readonly Authenticator[]>;
  /** Gives a linked app another name. */
  renameAuthenticator?(
    input: { readonly authenticatorId: string; readonly name: string },
    options?: RequestOptions,
  ): Promise<Authenticator>;
  /** Takes the link away. */
  unlinkAuthenticator?(
    input: { readonly authenticatorId: string },
    options?: RequestOptions,
  ): Promise<void>;
  /** Proves once more who is there, before something that needs it. */
  stepUp?(input: StepUpInput, options?: RequestOptions): Promise<void>;
  /** How many recovery codes are left. */
  recoveryCodesStatus?(options?: RequestOptions): Promise<RecoveryCodesStatus>;
  /** New recovery codes; the old ones stop working. */
  generateRecoveryCodes?(options?: RequestOptions): Promise<readonly string[]>;
  /**
   * Drops what it remembers of earlier answers. Called when the tag that made it is removed, or the
   * page is left.
   */
  forget?(): void;
}

/** The name of one of the operations of {@link MfaBackend}. */
export type MfaOperation = Exclude<keyof MfaBackend, 'capabilities' | 'forget'>;
