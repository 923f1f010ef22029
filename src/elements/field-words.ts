import { msg } from '@lit/localize';

/** The words that stand at a field wherever it is asked for. */
interface FieldWords {
  readonly label: string;
  readonly hint?: string;
  readonly incomplete: string;
}

/** The six-digit code from the authenticator app. */
export const codeFieldWords = (): FieldWords => ({
  label: msg('6-digit authorization code', {
    id: 'code.label',
    desc: 'Code field: its label. Dutch: the term of the manual, "6-cijferige machtigingscode"',
  }),
  incomplete: msg('Enter all 6 digits of the code in your authenticator app.', {
    id: 'code.incomplete',
    desc: 'Code field: the code was sent with digits missing',
  }),
});

/** A recovery code. */
export const recoveryCodeFieldWords = (): FieldWords => ({
  label: msg('Recovery code', {
    id: 'recovery-code.label',
    desc: 'Recovery code field: its label',
  }),
  hint: msg('Capitals, spaces and hyphens do not matter.', {
    id: 'recovery-code.hint',
    desc: 'Recovery code field: hint under the label',
  }),
  incomplete: msg('Enter one of your recovery codes.', {
    id: 'recovery-code.incomplete',
    desc: 'Recovery code field: it was sent empty',
  }),
});

/** The account's password. */
export const passwordFieldWords = (): FieldWords => ({
  label: msg('Password', { id: 'password.label', desc: 'Password field: its label' }),
  incomplete: msg('Enter your password.', {
    id: 'password.incomplete',
    desc: 'Password field: it was sent empty',
  }),
});
