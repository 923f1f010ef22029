import type { MfaError } from '../../backend/mfa-error.js';
import { errorMessage } from '../../localization/error-message.js';
import { msg } from '../../localization/msg.js';

/** Why a link cannot be taken away: a policy says so in kinds whose own sentence is about linking. */
export function unlinkErrorMessage(error: MfaError): string {
  switch (error.kind) {
    case 'limit-reached':
    case 'already-linked':
      return msg('Your account needs this app to sign in. Link another app first.', {
        id: 'authenticators.unlink.needed',
        desc: 'Linked apps, dialog before removing: the server keeps at least one app linked',
      });
    case 'forbidden':
      return msg('You cannot remove this link yourself. Contact us if it has to go.', {
        id: 'authenticators.unlink.forbidden',
        desc: 'Linked apps, dialog before removing: the server does not allow it',
      });
    default:
      return errorMessage(error);
  }
}
