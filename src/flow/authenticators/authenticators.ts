import { afterFailure, afterUnknown } from './failure.js';
import { afterForgetting } from './after-forgetting.js';
import type { AuthenticatorsEvent, AuthenticatorsState } from './state.js';
import {
  afterLoad,
  afterRenaming,
  afterUnlinking,
  cancel,
  closeEnrollment,
  confirmUnlink,
  edit,
  isOpen,
  rename,
  start,
} from './transitions.js';
import type { Flow, FlowInput, RequestOperation } from '../flow-controller.js';
import { afterProof } from '../step-up.js';

export type { AuthenticatorsEvent, AuthenticatorsState, ChangeOutcome } from './state.js';
export { hasLostCodes } from './has-lost-codes.js';
export { lookedUpChange, nameChange } from './transitions.js';

function transition(
  state: AuthenticatorsState,
  event: FlowInput<AuthenticatorsEvent>,
): AuthenticatorsState {
  switch (event.type) {
    case 'start':
      return start(state);
    case 'loaded':
      return afterLoad(state, event.authenticators);
    case 'recheck':
      return state.step === 'listed' ? { ...state, step: 'rechecking' } : state;
    case 'changed-elsewhere':
      return state.step === 'enrolling' ? { ...state, isListOld: true } : state;
    case 'choose-unlink':
      return isOpen(state) ? confirmUnlink(state, event.id) : state;
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
    case 'enroll':
      return isOpen(state) ? { step: 'enrolling', authenticators: state.authenticators } : state;
    case 'linking':
      return state.step === 'enrolling' && (state.mayBeLinked ?? false) !== event.mayBeLinked
        ? { ...state, mayBeLinked: event.mayBeLinked }
        : state;
    case 'enrolled':
      return state.step === 'enrolling' ? { ...state, linked: event.authenticator } : state;
    case 'enrollment-closed':
      return state.step === 'enrolling' ? closeEnrollment(state) : state;
    case 'enrollment-unknown':
      return state.step === 'enrolling' ? afterUnknown(state, event.error) : state;
    case 'enrollment-refused':
      if (state.step !== 'enrolling') return state;
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

function effect(
  state: AuthenticatorsState,
  request: RequestOperation,
): Promise<AuthenticatorsEvent> | undefined {
  switch (state.step) {
    case 'loading':
    case 'refreshing':
    case 'rechecking':
      return request('listAuthenticators').then((authenticators) => ({
        type: 'loaded',
        authenticators,
      }));
    case 'unlinking':
      return request('unlinkAuthenticator', { authenticatorId: state.target.id }).then(() => ({
        type: 'unlinked',
      }));
    case 'renaming':
      return request('renameAuthenticator', {
        authenticatorId: state.target.id,
        name: state.name,
      }).then((authenticator) => ({ type: 'renamed', authenticator }));
    case 'checking-proof':
      return request('stepUp', state.proof).then(() => ({ type: 'proved' }));
    default:
      return undefined;
  }
}

/**
 * Lists the linked apps, and renames one, unlinks one or links another. It steps up if the server
 * requires that, and loads the list again after a change.
 *
 * @example
 * ```ts
 * const flow = new FlowController(host, authenticatorsFlow);
 * flow.dispatch({ type: 'start' }); // loading, then listed
 * flow.dispatch({ type: 'choose-unlink', id }); // asking
 * flow.dispatch({ type: 'unlink' }); // unlinking, then refreshing, then listed
 * ```
 */
export const authenticatorsFlow: Flow<AuthenticatorsState, AuthenticatorsEvent> = {
  initial: { step: 'idle' },
  transition,
  effect,
  afterForgetting,
};
