import { loadEncoder } from '../qr-code/load-encoder.js';
import { LazyModule } from '../shared/base/lazy-module.js';

/**
 * The element that links an app, for an element that contains it. The encoder of the QR code is requested
 * beside it.
 */
export const lazyEnrollment = new LazyModule(() => {
  void loadEncoder().catch(() => undefined);
  return import('./mfa-enrollment.js');
});
