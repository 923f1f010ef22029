/** Registers all elements. The entry of the script-tag build, `mfa-elements.js`. */
import './elements/authenticators/mfa-authenticators.js';
import './elements/challenge/mfa-challenge.js';
import './elements/code-input/mfa-code-input.js';
import './elements/enrollment/mfa-enrollment.js';
import './elements/login/mfa-login.js';
import './elements/qr-code/mfa-qr-code.js';
import './elements/recovery-code-list/mfa-recovery-code-list.js';
import './elements/recovery-codes/mfa-recovery-codes.js';
import './elements/text-field/mfa-text-field.js';

export * from './index.js';
