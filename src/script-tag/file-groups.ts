/** The files beside the entry that share modules with it, and which modules are theirs: the first that matches. */
const FILES = {
  // The list of linked apps, and the state of recovery codes.
  account:
    /\/(authenticators|recovery-codes)\/[^?]+$|\/(confirm-dialog|dialog|modal|escape-key)\.[^?]+$|\/(flow\/recovery-codes|format-relative-time|directives\/repeat)\.[^?]+$/,
  // Linking an app, and `mfa-qr-code`.
  linking:
    /\/(enrollment|qr-code)\/(?!qrcode\.)[^?]+$|\/(enrollment-secret|otpauth-uri|base32|diagnosis-message)\.ts$/,
  // Recovery codes: to sign in with one, and to keep new ones.
  recovery:
    /\/(challenge|recovery-code-list)\/(?!lazy-)[^?]+(?<!-messages)\.ts$|\/otp\/recovery-code\.ts$/,
  // A backend that is described as data.
  definitions: /\/backend\/(?!presets\/(?!mfa-elements))[^?]+$|\/encode-base32\.ts$/,
  // Why a code was refused while linking.
  'diagnose-code': /\/(otp\/diagnosis|@noble|@otplib)\/[^?]+$/,
  // What is wrong with the messages of a page.
  'report-message-mistakes': /\/(report-message-mistakes|message-values)\.ts$/,
  // The rest: what more than one of these needs, such as `mfa-text-field`.
  more: /\/src\/[^?]+$|\/node_modules\/(lit|lit-html|@lit)\/[^?]+$/,
} as const;

/**
 * Sorts modules into files, by hand: with one file for each element the bundler makes twenty, which together are
 * a quarter larger.
 */
export const FILE_GROUPS = [
  // Everything that the entry needs at once is in it.
  { name: 'entry', tags: ['$initial' as const], priority: 1 },
  ...Object.entries(FILES).map(([name, test]) => ({ name, test })),
];
