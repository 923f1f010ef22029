import { LazyModule } from '../shared/base/lazy-module.js';

/** The element that shows recovery codes, for a step that may be followed by some. */
export const lazyRecoveryCodeList = new LazyModule(() => import('./mfa-recovery-code-list.js'));
