import { msg } from '../../localization/msg.js';
import type { FieldLabels } from '../shared/forms/field-labels.js';

/**
 * Labels the field for a recovery code.
 *
 * @param exact Whether the code has to be copied exactly, because the server's alphabet is unknown.
 */
export const recoveryCodeFieldLabels = (exact = false): FieldLabels => ({
  label: msg('Recovery code', {
    id: 'recovery-code.label',
    desc: 'Recovery code field: its label',
  }),
  hint: exact
    ? msg('Copy the code exactly, with its capitals and hyphens.', {
        id: 'recovery-code.hint.exact',
        desc: 'Recovery code field: hint under the label, where every character counts',
      })
    : msg('Capitals, spaces and hyphens do not matter.', {
        id: 'recovery-code.hint',
        desc: 'Recovery code field: hint under the label',
      }),
  incomplete: msg('Enter one of your recovery codes.', {
    id: 'recovery-code.incomplete',
    desc: 'Recovery code field: it was sent empty',
  }),
});

/** The message for a text with several recovery codes. */
export const severalRecoveryCodesMessage = (): string =>
  msg('These are several recovery codes. Paste one of them.', {
    id: 'recovery-code.several',
    desc: 'Recovery code field: a whole list of codes was pasted, and nothing was filled in',
  });
