import type { Authenticator } from '../backend/backend.js';
import type { MfaError } from '../backend/mfa-error.js';
import {
  afterLoad,
  afterRenaming,
  afterUnlinking,
  cancel,
  choose,
  closeLink,
  edit,
  isOpen,
  rename,
} from './authenticators-acts.js';
import { afterFailure } from './authenticators-failure.js';
import type { Ask, Flow, Told } from './flow-controller.js';
import { afterProof, type StepUp, type StepUpEvent } from './step-up.js';

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

function transition(
  state: AuthenticatorsState,
  event: Told<AuthenticatorsEvent>,
): AuthenticatorsState {
  switch (event.type) {
    case 'start':
      return state.step === 'idle' || state.step === 'failed' ? { step: 'loading' } : state;
    case 'loaded':
      return afterLoad(state, event.authenticators);
    case 'recheck':
      return state.step === 'listed' ? { ...state, step: 'rechecking' } : state;
    case 'choose':
      return isOpen(state) ? choose(state, event.id) : state;
    case 'cancel':
      return cancel(state);
    case 'unlink':
      return state.step === 'asking'
        ? { step: 'unlinking', authenticators: state.authenticators, target: state.target }
        : state;
    case 'unlinked':
      return state.step === 'unlinking' ? afterUnlinking(state) : state;
    case 'edit':
      return isOpen(state) ? edit(state, event.id) : state;
    case 'rename':
      return state.step === 'editing' ? rename(state, event.name) : state;
    case 'renamed':
      return state.step === 'renaming' ? afterRenaming(state, event.authenticator) : state;
    case 'link':
      return isOpen(state) ? { step: 'linking', authenticators: state.authenticators } : state;
    case 'linked':
      return state.step === 'linking' ? { ...state, linked: event.authenticator } : state;
    case 'link-closed':
      return state.step === 'linking' ? closeLink(state) : state;
    case 'link-refused':
      if (state.step !== 'linking') return state;
      return {
        step: 'listed',
        authenticators: state.authenticators,
        outcome: { kind: 'refused', error: event.error },
      };
    case 'submit-proof':
    case 'proved':
      return 'next' in state ? afterProof(state, event) : state;
    case 'failed':
      return afterFailure(state, event.error);
  }
}

function effect(state: AuthenticatorsState, ask: Ask): Promise<AuthenticatorsEvent> | undefined {
  switch (state.step) {
    case 'loading':
    case 'refreshing':
    case 'rechecking':
      return ask('listAuthenticators').then((authenticators) => ({
        type: 'loaded',
        authenticators,
      }));
    case 'unlinking':
      return ask('unlinkAuthenticator', { authenticatorId: state.target.id }).then(() => ({
        type: 'unlinked',
      }));
    case 'renaming':
      return ask('renameAuthenticator', {
        authenticatorId: state.target.id,
        name: state.name,
      }).then((authenticator) => ({ type: 'renamed', authenticator }));
    case 'checking-proof':
      return ask('stepUp', state.proof).then(() => ({ type: 'proved' }));
    default:
      return undefined;
  }
}

/**
 * The linked apps and what is done to them: rename, take the link away, link another. Prove who you
 * are if the server wants it, change, list again.
 */
export const authenticatorsFlow: Flow<AuthenticatorsState, AuthenticatorsEvent> = {
  initial: { step: 'idle' },
  transition,
  effect,
};
