// Registers all elements at once, so that a test need not wait until one that is in the page is known.
import '../../src/define.js';
import '../../src/elements/authenticators/mfa-authenticators.js';
import '../../src/elements/enrollment/mfa-enrollment.js';
import '../../src/elements/qr-code/mfa-qr-code.js';
import '../../src/elements/recovery-code-list/mfa-recovery-code-list.js';
import '../../src/elements/recovery-codes/mfa-recovery-codes.js';
import '../../src/elements/text-field/mfa-text-field.js';
