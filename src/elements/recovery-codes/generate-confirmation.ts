import { neverHadCodes, type RecoveryCodesState } from '../../flow/recovery-codes.js';
import { errorMessage } from '../../localization/error-message.js';
import type { RecoveryCodesStatus } from '../../backend/backend.js';
import { msg } from '../../localization/msg.js';
import type { Confirmation } from '../shared/controls/confirm-dialog.js';
import { isOnlyWait } from '../shared/waits/wait.js';

/** The states in which the dialog is open. */
type DialogState = Extract<
  RecoveryCodesState,
  { step: 'asking' | 'generating' | 'proving' | 'checking-proof' }
>;

/**
 * Returns the content of the dialog, or `undefined` if the dialog is closed in this state.
 *
 * @param generate Called when the user confirms.
 */
export function generateConfirmation(
  state: RecoveryCodesState,
  generate: () => void,
): Confirmation | undefined {
  switch (state.step) {
    case 'asking':
    case 'generating':
    case 'proving':
    case 'checking-proof':
      return {
        heading: headingOf(statusOf(state)),
        consequence: consequenceOf(statusOf(state)),
        error:
          state.step === 'asking' && state.error && !isOnlyWait(state.error)
            ? errorMessage(state.error)
            : undefined,
        confirm: {
          label: labelOf(statusOf(state)),
          busy: state.step === 'generating',
          submit: generate,
        },
        operation: 'generateRecoveryCodes',
        proof: 'next' in state ? state : undefined,
      };
    default:
      return undefined;
  }
}

const statusOf = (state: DialogState): RecoveryCodesStatus | undefined =>
  ('next' in state ? state.next : state).status;

const headingOf = (status: RecoveryCodesStatus | undefined): string =>
  neverHadCodes(status)
    ? msg('Make recovery codes?', {
        id: 'recovery-codes.generate.heading',
        desc: 'Recovery codes, dialog before making the first ones: heading',
      })
    : msg('Make new recovery codes?', {
        id: 'recovery-codes.replace.heading',
        desc: 'Recovery codes, dialog before making new ones: heading',
      });

const labelOf = (status: RecoveryCodesStatus | undefined): string =>
  neverHadCodes(status)
    ? msg('Make codes', {
        id: 'recovery-codes.generate.confirm',
        desc: 'Recovery codes, dialog before making the first ones: button',
      })
    : msg('Make new codes', {
        id: 'recovery-codes.replace.confirm',
        desc: 'Recovery codes, dialog before making new ones: button',
      });

const consequenceOf = (status: RecoveryCodesStatus | undefined): string =>
  status?.left === 0
    ? msg('You see the new codes only once. Make sure that you can keep them now.', {
        id: 'recovery-codes.replace.lead.none-left',
        desc: 'Recovery codes, dialog before making new ones when no old ones are left: what it means',
      })
    : msg(
        'Your old recovery codes then stop working. You see the new codes only once. Make sure that you can keep them now.',
        {
          id: 'recovery-codes.replace.lead',
          desc: 'Recovery codes, dialog before making new ones: what it means',
        },
      );
