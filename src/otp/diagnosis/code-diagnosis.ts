/** Why a code was refused, as far as the secret that it should belong to tells. */
export type CodeDiagnosis =
  /** The very code that was refused before it: the app has not shown the next one yet. */
  | { readonly kind: 'reused' }
  /** It was right until a moment ago. */
  | { readonly kind: 'just-expired' }
  /** One digit differs from a code that is right now, or two neighbors changed places. */
  | { readonly kind: 'mistyped' }
  /** It belongs to this secret at another time: the clock of the phone is off. */
  | {
      readonly kind: 'clock-off';
      /** Whole minutes that the phone is ahead of the server; behind: negative. Never 0. */
      readonly minutes: number;
    }
  /** It belongs to this secret at no time near: the app showed the code of another account. */
  | { readonly kind: 'other-account' }
  /** It is right by every clock that is known here, so nothing can be said. */
  | { readonly kind: 'unexplained' };

/** A code that was refused, and what is known about it. */
export interface RefusedCode {
  /** The code as it was sent. Secret. */
  readonly code: string;
  /** The `otpauth://totp` URI of the enrollment. Secret. */
  readonly otpauthUri: string;
  /** The server's time when it refused, in ms since 1970; the device's own where that is unknown. */
  readonly at: number;
  /** The code that was refused before this one in the same enrollment, and why. */
  readonly previous?: { readonly code: string; readonly diagnosis: CodeDiagnosis };
}
