import type { MfaError } from '../../backend/mfa-error.js';
import type { RefusalReason } from '../../flow/refused-codes.js';
import { clockSkewMessage, repeatedCodeMessage } from '../../localization/refused-code-messages.js';
import { msg } from '../../localization/msg.js';
import type { FieldFormContent } from '../shared/forms/field-form.js';

/** Returns what is known about a refused code, to show after the error message or in place of it. */
export function refusalMessage(
  error: MfaError | undefined,
  reason: RefusalReason | undefined,
): Pick<FieldFormContent, 'explanation' | 'addition'> {
  switch (reason?.kind) {
    case 'repeated':
      return { explanation: repeatedCodeMessage() };
    case 'clock-off':
      return { addition: clockSkewMessage(reason.seconds) };
    case undefined:
      return messageOf(error);
  }
}

function messageOf(
  error: MfaError | undefined,
): Pick<FieldFormContent, 'explanation' | 'addition'> {
  switch (error?.kind) {
    case 'offline':
      return { addition: keptInputMessage() };
    case 'unknown-outcome':
      return { explanation: unknownOutcomeMessage() };
    default:
      return {};
  }
}

const unknownOutcomeMessage = (): string =>
  msg('There was no clear answer, so we do not know whether you are signed in. Try again.', {
    id: 'challenge.unknown-outcome',
    desc: 'Sign-in: a code was sent but no answer came that says whether it was right',
  });

const keptInputMessage = (): string =>
  msg('What you filled in is still there.', {
    id: 'challenge.kept',
    desc: 'Sign-in: follows that there is no internet connection',
  });
