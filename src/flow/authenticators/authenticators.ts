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
} from './actions.js';
import { afterFailure } from './failure.js';
import type { AuthenticatorsEvent, AuthenticatorsState } from './state.js';
import type { Ask, Flow, Told } from '../flow-controller.js';
import { afterProof } from '../step-up.js';

export type { AuthenticatorsEvent, AuthenticatorsState, Outcome } from './state.js';

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
