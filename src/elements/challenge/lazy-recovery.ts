import { LazyModule } from '../shared/base/lazy-module.js';

/** The parts of a sign-in with a recovery code. They come after the first step: most people have their app at hand. */
export const lazyRecovery = new LazyModule(() => import('./recovery.js'));
