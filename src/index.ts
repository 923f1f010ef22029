/** The public API. Importing it registers no element: `mfa-elements/define` does. */
export type {
  Authenticator,
  Enrollment,
  EnrollmentConfirmation,
  MfaBackend,
  MfaCapabilities,
  MfaMethod,
  MfaOperation,
  MfaState,
  MfaStatus,
  RecoveryCodesStatus,
  RequestOptions,
  StepUpInput,
  Verification,
} from './backend/backend.js';
export type { BackendDefinition } from './backend/definition/definition.js';
export type { Variables, VariableValue } from './backend/definition/variables.js';
export {
  createHttpBackend,
  type Fetcher,
  type HttpBackendOptions,
} from './backend/http/http-backend.js';
export type { ObservedExchange, ObservedOperation, Observer } from './backend/http/observer.js';
export type { Departure, PageAccess, PageSource } from './backend/http/page-access.js';
export {
  MFA_ERROR_KINDS,
  MfaError,
  type MfaErrorFacts,
  type MfaErrorKind,
  type StepUpProof,
} from './backend/mfa-error.js';
export { AuthenticatorsElement } from './elements/authenticators/authenticators-element.js';
export { ChallengeElement } from './elements/challenge/challenge-element.js';
export { CodeCompleteEvent } from './elements/code-input/code-complete-event.js';
export { CodeInputElement } from './elements/code-input/code-input-element.js';
export type { AuthenticatorApp } from './elements/enrollment/authenticator-apps.js';
export { EnrollmentElement } from './elements/enrollment/enrollment-element.js';
export {
  MfaEnrolledEvent,
  MfaEnrollmentClosedEvent,
  MfaErrorEvent,
  MfaNavigateEvent,
  MfaRecoveryCodesChangedEvent,
  MfaTokensEvent,
  MfaUnlinkedEvent,
  MfaVerifiedEvent,
} from './elements/events.js';
export { LoginElement } from './elements/login/login-element.js';
export { QrCodeElement } from './elements/qr-code/qr-code-element.js';
export { RecoveryCodeListElement } from './elements/recovery-code-list/recovery-code-list-element.js';
export { RecoveryCodesElement } from './elements/recovery-codes/recovery-codes-element.js';
export { TextFieldElement } from './elements/text-field/text-field-element.js';
export { getLocale, setLocale, type Locale } from './localization/locale.js';
export { setMessages, type Messages } from './localization/custom-messages.js';
