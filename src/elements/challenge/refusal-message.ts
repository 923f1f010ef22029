import type { MfaError } from '../../backend/mfa-error.js';
import type { RefusalReason } from '../../flow/refused-codes.js';
import { clockSkewMessage, diagnosisMessage } from '../../localization/diagnosis-message.js';
import { msg } from '../../localization/msg.js';
import type { FieldFormContent } from '../shared/forms/field-form.js';

/** What is said about a refused code beside, or in place of, the sentence of its error. */
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
      return error?.kind === 'offline' ? { addition: keptSentence() } : {};
  }
}

const keptSentence = (): string =>
  msg('What you filled in is still there.', {
    id: 'challenge.kept',
    desc: 'Sign-in: follows that there is no internet connection',
  });
