import type { Authenticator } from '../../backend/backend.js';
import type { MfaError } from '../../backend/mfa-error.js';
import type { StepUp, StepUpEvent } from '../step-up.js';

/** The part of a state that holds the list, as the server returned it. */
export interface HasList {
  readonly authenticators: readonly Authenticator[];
}

/** The part of a state that is about one app of the list. */
interface HasTarget extends HasList {
  readonly target: Authenticator;
}

/** Whether lost recovery codes are told for the first time, or once more after everything was forgotten. */
export type LostCodes = true | 'again';

interface HasLostCodes {
  /** The response that links an app was lost, and with it recovery codes that the server may have made. */
  readonly lostCodes?: LostCodes;
}

/** The part of lost recovery codes that is still to be told once the list is loaded, after everything was forgotten. */
export interface Untold {
  /** The apps that were linked before. */
  readonly before: readonly string[];
  /** The list has changed since in another tab. */
  readonly isListOld?: true;
  /** Whether it was told before. It is then told once more, whatever the list is by now. */
  readonly isReported?: true;
}

interface HasUntold {
  /** Waits for the list to be told, although everything else was forgotten. */
  readonly untold?: Untold;
}

/** The result of a change, shown beside the list. */
export type ChangeOutcome =
  | { readonly kind: 'unlinked' | 'renamed'; readonly authenticator: Authenticator }
  | ({ readonly kind: 'linked'; readonly authenticator: Authenticator } & HasLostCodes)
  /** In another tab or on another device, or it is not clear where. */
  | ({ readonly kind: 'changed-elsewhere' } & HasLostCodes)
  | { readonly kind: 'refused'; readonly error: MfaError };

/** A change whose outcome the list is to show: it is unknown, or the app is said to be gone. */
export interface UnknownChange {
  readonly kind: 'unknown';
  readonly error: MfaError;
  /** The step whose request it was. */
  readonly change: UnlinkingState | RenamingState | EnrollingState;
}

export type LoadingState = { readonly step: 'loading' } & HasUntold;
export type UnlinkingState = { readonly step: 'unlinking' } & HasTarget;
export type RenamingState = { readonly step: 'renaming'; readonly name: string } & HasTarget;

/** Loads the list again after a change. An app stays on the list until the server confirms. */
export type RefreshingState = {
  readonly step: 'refreshing';
  readonly outcome: ChangeOutcome | UnknownChange;
} & HasList;

type Listed = {
  readonly outcome?: ChangeOutcome;
  /** A code was sent, and no response or list has said yet that it has linked an app: that may still show. */
  readonly mayBeLinked?: true;
} & HasList;

/** Looks the same as `listed`. Loads the list again, as it may have changed elsewhere. */
export type RecheckingState = { readonly step: 'rechecking' } & Listed;

/** Shows an enrollment in place of the list. */
export type EnrollingState = {
  readonly step: 'enrolling';
  /** Set once it has succeeded. */
  readonly linked?: Authenticator;
  /** Whether a code was sent, and no response has said what became of it. */
  readonly mayBeLinked?: boolean;
  /** The list has changed since in another tab. */
  readonly isListOld?: true;
} & HasList;

/** The states of `authenticatorsFlow`, named by what the person sees. */
export type AuthenticatorsState =
  | ({ readonly step: 'idle' } & HasUntold)
  | LoadingState
  /** `lookUp` is a change whose outcome the list could not show. The next try looks it up again. */
  | ({
      readonly step: 'failed';
      readonly error: MfaError;
      readonly lookUp?: UnknownChange;
    } & HasUntold)
  | ({ readonly step: 'listed' } & Listed)
  | RefreshingState
  | RecheckingState
  /** "Are you sure?" `error` is why the last attempt failed. */
  | ({ readonly step: 'asking'; readonly error?: MfaError } & HasTarget)
  | UnlinkingState
  /** Shows a field in place of the app's name. `error` is why the server refused `name`. */
  | ({ readonly step: 'editing'; readonly name: string; readonly error?: MfaError } & HasTarget)
  | RenamingState
  | StepUp<UnlinkingState | RenamingState>
  | EnrollingState;

/** The events of `authenticatorsFlow`. */
export type AuthenticatorsEvent =
  | { readonly type: 'loaded'; readonly authenticators: readonly Authenticator[] }
  /** The list may have changed elsewhere. */
  | { readonly type: 'recheck' }
  /** The list has changed in another tab. */
  | { readonly type: 'changed-elsewhere' }
  /** The person wants to unlink an app. */
  | { readonly type: 'choose-unlink'; readonly id: string }
  | { readonly type: 'cancel' }
  /** The person has confirmed. */
  | { readonly type: 'unlink' }
  | { readonly type: 'unlinked' }
  | { readonly type: 'edit'; readonly id: string }
  | { readonly type: 'rename'; readonly name: string }
  | { readonly type: 'renamed'; readonly authenticator: Authenticator }
  | { readonly type: 'enroll' }
  /** The enrollment has sent a code, or its outcome is known. */
  | { readonly type: 'linking'; readonly mayBeLinked: boolean }
  | { readonly type: 'enrolled'; readonly authenticator: Authenticator }
  | { readonly type: 'enrollment-closed' }
  /** It is unknown whether an app was linked. */
  | { readonly type: 'enrollment-unknown'; readonly error: MfaError }
  /** The server accepts no more apps. */
  | { readonly type: 'enrollment-refused'; readonly error: MfaError }
  | StepUpEvent;
