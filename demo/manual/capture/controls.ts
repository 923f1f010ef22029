/** The kinds of controls. Each is found by its role and its name. */
type Kind = 'button' | 'checkbox' | 'field' | 'heading' | 'image' | 'link' | 'summary';

interface ControlBase {
  readonly kind: Kind;
  /** Set for a control in a dialog, because one behind the dialog may have the same name. */
  readonly inDialog?: true;
}
/**
 * A control of the portal has its Dutch text, one of the elements the id of its message. `named` is for
 * one with the same name in every language.
 */
export type Control = ControlBase &
  ({ readonly portal: string } | { readonly message: string } | { readonly named: RegExp });

/** Everything that the manual names or points at. Its texts use these keys as slots. */
export const CONTROLS = {
  // the portal's own pages
  email: { kind: 'field', portal: 'E-mailadres' },
  password: { kind: 'field', portal: 'Wachtwoord' },
  signIn: { kind: 'button', portal: 'Inloggen' },
  account: { kind: 'button', portal: 'Account' },
  profile: { kind: 'link', portal: 'Profiel instellingen' },
  signOut: { kind: 'button', portal: 'Uitloggen' },
  adviser: { kind: 'link', named: /^[\d-][\d -]+$/ },
  // linking an app
  google: { kind: 'link', named: /^Google Authenticator/ },
  microsoft: { kind: 'link', named: /^Microsoft Authenticator/ },
  qrCode: { kind: 'image', message: 'enrollment.qr.label' },
  manualEntry: { kind: 'summary', message: 'enrollment.manual-entry.summary' },
  openApp: { kind: 'link', message: 'enrollment.open.action' },
  otherDevice: { kind: 'summary', message: 'enrollment.open.other-device' },
  code: { kind: 'field', message: 'code.label' },
  verify: { kind: 'button', message: 'code.submit' },
  download: { kind: 'button', message: 'recovery-code-list.download' },
  print: { kind: 'button', message: 'recovery-code-list.print' },
  kept: { kind: 'checkbox', message: 'recovery-code-list.kept' },
  continue: { kind: 'button', message: 'enrollment.done.action' },
  // signing in
  remember: { kind: 'checkbox', message: 'challenge.remember.label' },
  useRecoveryCode: { kind: 'button', message: 'challenge.code.use-recovery-code' },
  recoveryCode: { kind: 'field', message: 'recovery-code.label' },
  verifyRecoveryCode: { kind: 'button', message: 'challenge.recovery-code.submit' },
  // the profile
  bin: { kind: 'button', message: 'authenticators.unlink.label' },
  unlink: { kind: 'button', message: 'authenticators.unlink.confirm', inDialog: true },
  ownPassword: { kind: 'field', message: 'password.label' },
  confirm: { kind: 'button', message: 'step-up.submit', inDialog: true },
  generate: { kind: 'button', message: 'recovery-codes.replace' },
  generateConfirm: { kind: 'button', message: 'recovery-codes.replace.confirm', inDialog: true },
  done: { kind: 'button', message: 'recovery-codes.new.continue' },
} as const satisfies Record<string, Control>;

export type ControlName = keyof typeof CONTROLS;
