/** The reason why a code was refused, as far as the secret reveals it. */
export type CodeDiagnosis =
  /** The same code as the one refused before it: the app has not shown the next one yet. */
  | { readonly kind: 'reused' }
  /** The code was valid until a moment ago. */
  | { readonly kind: 'just-expired' }
  /** One digit differs from a valid code, or two adjacent digits are swapped. */
  | { readonly kind: 'mistyped' }
  /** The code belongs to this secret at another time: the clock of the phone is wrong. */
  | {
      readonly kind: 'clock-off';
      /** Whole minutes that the phone is ahead of the server; negative if it is behind. Never 0. */
      readonly minutes: number;
    }
  /** The code belongs to this secret at no near time: the app showed the code of another account. */
  | { readonly kind: 'other-account' }
  /** The code is valid by every known clock, so the reason is unknown. */
  | { readonly kind: 'unexplained' }
  /**
   * The code is certain to be valid for this secret, so the server expects that of another: the enrollment
   * was started again elsewhere.
   */
  | { readonly kind: 'other-secret' };

/** A refused code and what is known about it. */
export interface RefusedCode {
  /** The code that was sent. Secret. */
  readonly code: string;
  /** The `otpauth://totp` URI of the enrollment. Secret. */
  readonly otpauthUri: string;
  /** The time of the refusal in ms since 1970: the server's, or the device's if that is unknown. */
  readonly at: number;
  /** Whether `at` is the time of the server. */
  readonly isServerTime?: boolean;
  /** The codes that were refused before this one in the same enrollment. */
  readonly previous?: RefusedBefore;
}

/** The codes that were refused in an enrollment, as far as they are remembered. Secret. */
export interface RefusedBefore {
  /** The last of them, and its diagnosis. */
  readonly code: string;
  readonly diagnosis: CodeDiagnosis;
  /** The last of them that was valid all the same. */
  readonly valid?: string;
}
