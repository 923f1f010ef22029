// What a sign-in with a recovery code needs, as one module (lazy-recovery.ts).
import '../recovery-code-list/mfa-recovery-code-list.js';
import '../text-field/mfa-text-field.js';

export { normalizeRecoveryCode } from '../../otp/recovery-code.js';
export { MisplacedCode } from './misplaced-code.js';
