import { formatNumber } from '../../../localization/format-number.js';
import { msg, str } from '../../../localization/msg.js';

/** The texts of a field, wherever it is shown. */
export interface FieldLabels {
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

/** Labels the field for the account's password. */
export const passwordFieldLabels = (): FieldLabels => ({
  label: msg('Password', { id: 'password.label', desc: 'Password field: its label' }),
  incomplete: msg('Enter your password.', {
    id: 'password.incomplete',
    desc: 'Password field: it was sent empty',
  }),
});
