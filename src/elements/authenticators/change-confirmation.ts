import type { AuthenticatorsState } from '../../flow/authenticators/authenticators.js';
import { msg, str } from '../../localization/msg.js';
import type { Confirmation } from '../shared/controls/confirm-dialog.js';
import { authenticatorName } from './authenticator-name.js';
import { unlinkErrorMessage } from './unlink-error-message.js';

/** The states in which a change is asked about. */
type AskedState = Extract<
  AuthenticatorsState,
  { step: 'asking' | 'unlinking' | 'proving' | 'checking-proof' }
>;

/**
 * What is asked about in this state; `undefined` where nothing is.
 *
 * @param unlink Called when the person confirms that a link is to go.
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
        error: state.step === 'asking' && state.error ? unlinkErrorMessage(state.error) : undefined,
        confirm: {
          label: msg('Remove link', {
            id: 'authenticators.unlink.confirm',
            desc: 'Linked apps, dialog before removing: button. Dutch: "Koppeling verwijderen"',
          }),
          busy: state.step === 'unlinking',
          submit: unlink,
          tone: 'danger',
        },
        proof: 'next' in state ? state : undefined,
      };
    default:
      return undefined;
  }
}

/** The same question stands above the proof: that is what is about to happen. */
function headingOf(state: AskedState): string {
  const about = 'next' in state ? state.next : state;
  const name = authenticatorName(about.target);
  return about.step === 'renaming'
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
