/** For tests and stories of pages that use the elements: a backend in memory, and a harness for each. */
export { SAMPLE } from './sample-account.js';
export {
  scriptedBackend,
  type HeldCall,
  type Script,
  type ScriptedBackend,
  type ScriptedBackendOptions,
  type ScriptedCall,
  type ScriptedResult,
  type Scripts,
} from './scripted-backend.js';
export { AuthenticatorsHarness } from './harness/authenticators-harness.js';
export { ChallengeHarness } from './harness/challenge-harness.js';
export { CodeInputHarness } from './harness/code-input-harness.js';
export { EnrollmentHarness } from './harness/enrollment-harness.js';
export { LoginHarness } from './harness/login-harness.js';
export { QrCodeHarness } from './harness/qr-code-harness.js';
export { RecoveryCodeListHarness } from './harness/recovery-code-list-harness.js';
export { RecoveryCodesHarness } from './harness/recovery-codes-harness.js';
export { TextFieldHarness } from './harness/text-field-harness.js';
