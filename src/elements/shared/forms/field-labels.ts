import { formatNumber } from '../../../localization/format-number.js';
import { msg, str } from '../../../localization/msg.js';

/** The texts of a field, wherever it is shown. */
interface FieldLabels {
  readonly label: string;
  readonly hint?: string;
  readonly incomplete: string;
}

/** The number of digits that today's apps show (RFC 4226, section 5.3: at least 6). */
export const CODE_LENGTH = 6;

/** The label of a field for a code of so many digits. */
export const codeLabel = (length: number): string =>
  msg(str`${formatNumber(length)}-digit authorization code`, {
    id: 'code.label',
    desc: 'Code field: its label; {0} is 6. Dutch: the term of the manual, "6-cijferige machtigingscode"',
  });

/** Labels the field for a code from the authenticator app. */
export const codeFieldLabels = (): FieldLabels => ({
  label: codeLabel(CODE_LENGTH),
  incomplete: msg(
    str`Enter all ${formatNumber(CODE_LENGTH)} digits of the code in your authenticator app.`,
    {
      id: 'code.incomplete',
      desc: 'Code field: the code was sent with digits missing; {0} is 6',
    },
  ),
});

/** The error for a text with more digits than fit, and no clear code among them. */
export const tooManyDigitsMessage = (length: number): string =>
  msg(
    str`There are too many digits in this text. Type or paste only the ${formatNumber(length)} of the code.`,
    {
      id: 'code.too-long',
      desc: 'Code field: a text was pasted in which it is not clear which digits are the code; {0} is 6',
    },
  );

/** The error for a text without a code. */
export const noCodeMessage = (length: number): string =>
  msg(
    str`There is no ${formatNumber(length)}-digit code in this text. Type or paste only the digits of the code.`,
    {
      id: 'code.none',
      desc: 'Code field: a text was pasted that has no code of the app in it; {0} is 6',
    },
  );

/** Labels the button that submits a code. */
export const verifyCodeLabel = (): string =>
  msg('Verify code', { id: 'code.submit', desc: 'Code field: button that sends the code' });

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

/** Labels the field for the account's password. */
export const passwordFieldLabels = (): FieldLabels => ({
  label: msg('Password', { id: 'password.label', desc: 'Password field: its label' }),
  incomplete: msg('Enter your password.', {
    id: 'password.incomplete',
    desc: 'Password field: it was sent empty',
  }),
});
