import type { EnrollmentState } from '../../flow/enrollment/enrollment.js';
import { msg } from '../../localization/msg.js';
import { busyLabel } from '../shared/controls/render-submit-button.js';

/** The heading of the steps until the app is linked. */
export const enrollmentHeading = (): string =>
  msg('Link your authenticator app', {
    id: 'enrollment.heading',
    desc: 'Linking an app: heading',
  });

/** Says what the step waits for. Empty if it does not wait. */
export function loadingMessage(step: EnrollmentState['step']): string {
  switch (step) {
    case 'idle':
    case 'starting':
      return msg('The QR code is being made…', {
        id: 'enrollment.starting',
        desc: 'Linking an app: shown while the QR code is asked for',
      });
    case 'resuming':
    case 'canceling':
      return busyLabel();
    default:
      return '';
  }
}
