import type { MfaError } from '../../backend/mfa-error.js';
import type { RefusalReason } from '../../flow/refused-codes.js';
import { clockSkewMessage, diagnosisMessage } from '../../localization/diagnosis-message.js';
import { msg } from '../../localization/msg.js';
import type { FieldFormContent } from '../shared/forms/field-form.js';

/** Returns what is known about a refused code, to show after the error message or in place of it. */
export function refusalMessage(
  error: MfaError | undefined,
  reason: RefusalReason | undefined,
): Pick<FieldFormContent, 'explanation' | 'addition'> {
  switch (reason?.kind) {
    case 'repeated':
      return { explanation: diagnosisMessage({ kind: 'reused' }, {}) };
    case 'clock-off':
      return { addition: clockSkewMessage(reason.seconds) };
    case undefined:
      return error?.kind === 'offline' ? { addition: keptInputMessage() } : {};
  }
}

const keptInputMessage = (): string =>
  msg('What you filled in is still there.', {
    id: 'challenge.kept',
    desc: 'Sign-in: follows that there is no internet connection',
  });
