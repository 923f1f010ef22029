import type { MfaError } from '../../backend/mfa-error.js';
import type { AuthenticatorsState } from '../../flow/authenticators/authenticators.js';
import { errorMessage } from '../../localization/error-message.js';
import { msg, str } from '../../localization/msg.js';
import type { Confirmation } from '../shared/controls/confirm-dialog.js';
import { isOnlyWait } from '../shared/waits/wait.js';
import { authenticatorName } from './authenticator-name.js';

/** The states in which the dialog is open. */
type DialogState = Extract<
  AuthenticatorsState,
  { step: 'asking' | 'unlinking' | 'proving' | 'checking-proof' }
>;

/**
 * Returns the content of the dialog, or `undefined` if the dialog is closed in this state.
 *
 * @param unlink Called when the user confirms.
 */
export function changeConfirmation(
  state: AuthenticatorsState,
  unlink: () => void,
): Confirmation | undefined {
  switch (state.step) {
    case 'asking':
    case 'unlinking':
    case 'proving':
    case 'checking-proof':
      return {
        heading: headingOf(state),
        consequence: consequenceOf('next' in state ? state.next : state),
        error:
          state.step === 'asking' && state.error && !isOnlyWait(state.error)
            ? unlinkErrorMessage(state.error)
            : undefined,
        confirm: {
          label: msg('Remove link', {
            id: 'authenticators.unlink.confirm',
            desc: 'Linked apps, dialog before removing: button. Dutch: "Koppeling verwijderen"',
          }),
          busy: state.step === 'unlinking',
          submit: unlink,
          tone: 'danger',
        },
        operation: 'unlinkAuthenticator',
        proof: 'next' in state ? state : undefined,
      };
    default:
      return undefined;
  }
}

/** Above the field for the proof the question is the same, because it is what the proof is for. */
function headingOf(state: DialogState): string {
  const change = 'next' in state ? state.next : state;
  const name = authenticatorName(change.target);
  return change.step === 'renaming'
    ? msg(str`Change the name of ${name}?`, {
        id: 'authenticators.rename.heading',
        desc: 'Linked apps, dialog that asks who you are before changing a name: heading; {0} is the name of the app',
      })
    : msg(str`Remove the link with ${name}?`, {
        id: 'authenticators.unlink.heading',
        desc: 'Linked apps, dialog before removing: heading; {0} is the name of the app',
      });
}

const consequenceOf = ({ authenticators }: { readonly authenticators: readonly unknown[] }) =>
  authenticators.length > 1
    ? msg('You can no longer sign in with codes from this app. Your other apps stay linked.', {
        id: 'authenticators.unlink.one-of-many',
        desc: 'Linked apps, dialog before removing one of several: what it means',
      })
    : msg(
        'The next time you sign in, you link an app again. Until then the codes of this app no longer work.',
        {
          id: 'authenticators.unlink.last',
          desc: 'Linked apps, dialog before removing the only one: what it means',
        },
      );

/** The messages of these kinds are about linking, so a refused unlinking has messages of its own. */
function unlinkErrorMessage(error: MfaError): string {
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
