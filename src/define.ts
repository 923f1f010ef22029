/** Registers all elements: those of a sign-in at once, any other as soon as it is in the page. */
import './elements/challenge/mfa-challenge.js';
import './elements/code-input/mfa-code-input.js';
import './elements/login/mfa-login.js';
import { defineOnSight } from './elements/shared/base/define-on-sight.js';

export * from './index.js';
// `document.createElement()` and `querySelector()` know the types of all elements, also before they are loaded.
export type {} from './elements/authenticators/mfa-authenticators.js';
export type {} from './elements/enrollment/mfa-enrollment.js';
export type {} from './elements/qr-code/mfa-qr-code.js';
export type {} from './elements/recovery-code-list/mfa-recovery-code-list.js';
export type {} from './elements/recovery-codes/mfa-recovery-codes.js';
export type {} from './elements/text-field/mfa-text-field.js';

const others = {
  'mfa-authenticators': () => import('./elements/authenticators/mfa-authenticators.js'),
  'mfa-enrollment': () => import('./elements/enrollment/mfa-enrollment.js'),
  'mfa-qr-code': () => import('./elements/qr-code/mfa-qr-code.js'),
  'mfa-recovery-code-list': () => import('./elements/recovery-code-list/mfa-recovery-code-list.js'),
  'mfa-recovery-codes': () => import('./elements/recovery-codes/mfa-recovery-codes.js'),
  'mfa-text-field': () => import('./elements/text-field/mfa-text-field.js'),
};

// Importing the library without a document, as in server rendering, must not fail.
if (typeof document !== 'undefined') defineOnSight(others);

/**
 * Registers all elements now. Needed only for an element in a closed shadow tree, or for
 * `customElements.whenDefined()` before there is one.
 *
 * @returns Resolves when every element is defined. Rejects if a file does not load.
 */
export const defineAll = async (): Promise<void> => {
  await Promise.all(Object.values(others).map((define) => define()));
};
