// What a sign-in with a recovery code needs, as one module (lazy-recovery.ts).
import '../recovery-code-list/mfa-recovery-code-list.js';
import '../text-field/mfa-text-field.js';

export { normalizeRecoveryCode } from '../../otp/recovery-code.js';
export { MisplacedCode } from './misplaced-code.js';
export { recoveryCodeFieldLabels } from './recovery-code-labels.js';
export { renderRecoveryCodeEntry } from './render-recovery-code-entry.js';
