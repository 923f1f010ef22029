import type { Authenticator } from '../../backend/backend.js';
import type { MfaError } from '../../backend/mfa-error.js';
import type { StepUp, StepUpEvent } from '../step-up.js';

/** The apps as the server gave them. */
export interface Listed {
  readonly authenticators: readonly Authenticator[];
}

/** About one app on the list. */
interface About extends Listed {
  readonly target: Authenticator;
}

/** What the person is told beside the list. */
export type Outcome =
  | { readonly kind: 'unlinked' | 'renamed' | 'linked'; readonly authenticator: Authenticator }
  /** In another tab or on another device. */
  | { readonly kind: 'changed-elsewhere' }
  | { readonly kind: 'refused'; readonly error: MfaError };

export type Unlinking = { readonly step: 'unlinking' } & About;
export type Renaming = { readonly step: 'renaming'; readonly name: string } & About;

/** Read again after what was done here; nothing is taken off the list before the server says so. */
export type Refreshing = { readonly step: 'refreshing'; readonly outcome: Outcome } & Listed;

/** The linked apps, by what the person sees. */
export type AuthenticatorsState =
  | { readonly step: 'idle' }
  | { readonly step: 'loading' }
  | { readonly step: 'failed'; readonly error: MfaError }
  | ({ readonly step: 'listed'; readonly outcome?: Outcome } & Listed)
  | Refreshing
  /** Looks the same as `listed`: read again because it may have changed elsewhere. */
  | ({ readonly step: 'rechecking'; readonly outcome?: Outcome } & Listed)
  /** "Are you sure?"; `error` is why it could not be done just now. */
  | ({ readonly step: 'asking'; readonly error?: MfaError } & About)
  | Unlinking
  /** A field in place of the app's name; `error` is why the server refused `name`. */
  | ({ readonly step: 'editing'; readonly name: string; readonly error?: MfaError } & About)
  | Renaming
  | StepUp<Unlinking | Renaming>
  /** Another app is being linked in place of the list; `linked` as soon as it is. */
  | ({ readonly step: 'linking'; readonly linked?: Authenticator } & Listed);

/** What can happen to the list. */
export type AuthenticatorsEvent =
  | { readonly type: 'loaded'; readonly authenticators: readonly Authenticator[] }
  /** The list may have changed elsewhere. */
  | { readonly type: 'recheck' }
  | { readonly type: 'choose'; readonly id: string }
  | { readonly type: 'cancel' }
  | { readonly type: 'unlink' }
  | { readonly type: 'unlinked' }
  | { readonly type: 'edit'; readonly id: string }
  | { readonly type: 'rename'; readonly name: string }
  | { readonly type: 'renamed'; readonly authenticator: Authenticator }
  | { readonly type: 'link' }
  | { readonly type: 'linked'; readonly authenticator: Authenticator }
  | { readonly type: 'link-closed' }
  /** The server links no more apps. */
  | { readonly type: 'link-refused'; readonly error: MfaError }
  | StepUpEvent;
