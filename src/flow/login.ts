import type { MfaStatus } from '../backend/backend.js';
import { MfaError } from '../backend/mfa-error.js';
import type { Ask, Flow, Told } from './flow-controller.js';

interface Checked {
  /** The server was asked once more after linking failed. */
  readonly again?: true;
}

/** The second step of signing in, by what the person sees. */
export type LoginState =
  | { readonly step: 'idle' }
  | ({ readonly step: 'checking' } & Checked)
  | ({ readonly step: 'enrolling'; readonly status: MfaStatus } & Checked)
  | { readonly step: 'challenging'; readonly status: MfaStatus }
  /** The server says there is nothing left to do. */
  | { readonly step: 'verified' }
  | { readonly step: 'failed'; readonly error: MfaError };

/** What can happen at the second step. */
export type LoginEvent =
  | { readonly type: 'checked'; readonly status: MfaStatus }
  /**
   * Linking may be over and done: what was shown no longer fits what the server knows. `atStart`: not
   * even a QR code was shown. A server that contradicts itself about that is asked only once.
   */
  | { readonly type: 'recheck'; readonly atStart: boolean };

function stepFor(status: MfaStatus, checked: Checked): LoginState {
  switch (status.state) {
    case 'enrollment-required':
      return { step: 'enrolling', status, ...checked };
    case 'code-required':
      return { step: 'challenging', status };
    case 'verified':
      return { step: 'verified' };
    case 'signed-out':
      return {
        step: 'failed',
        error: new MfaError('signed-out', 'The backend says that nobody is signing in.'),
      };
  }
}

function transition(state: LoginState, event: Told<LoginEvent>): LoginState {
  switch (event.type) {
    case 'start':
      return state.step === 'idle' || state.step === 'failed' ? { step: 'checking' } : state;
    case 'recheck':
      if (state.step !== 'enrolling' || (event.atStart && state.again)) return state;
      return { step: 'checking', again: true };
    case 'checked':
      return state.step === 'checking'
        ? stepFor(event.status, state.again ? { again: true } : {})
        : state;
    case 'failed':
      return state.step === 'checking' ? { step: 'failed', error: event.error } : state;
  }
}

function effect(state: LoginState, ask: Ask): Promise<LoginEvent> | undefined {
  if (state.step !== 'checking') return undefined;
  return ask('status').then((status) => ({ type: 'checked', status }));
}

/** After the password: which step is due, enrollment the first time and a code afterwards. */
export const loginFlow: Flow<LoginState, LoginEvent> = {
  initial: { step: 'idle' },
  transition,
  effect,
};
