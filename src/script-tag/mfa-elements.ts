/**
 * The entry of the script-tag build, `mfa-elements.js`: registers all elements, and exports what a script of the
 * page needs. Of the classes it exports those of a sign-in, which are in it anyway; `customElements.get()` has the
 * others.
 */
export { defineAll } from '../define.js';
export { createHttpBackend } from './create-http-backend.js';
export {
  ChallengeElement,
  CodeCompleteEvent,
  CodeInputElement,
  getLocale,
  LoginElement,
  MFA_ERROR_KINDS,
  MfaEnrolledEvent,
  MfaEnrollmentClosedEvent,
  MfaError,
  MfaErrorEvent,
  MfaNavigateEvent,
  MfaRecoveryCodesChangedEvent,
  MfaTokensEvent,
  MfaUnlinkedEvent,
  MfaVerifiedEvent,
  setLocale,
  setMessages,
} from '../index.js';
