/** The files beside the entry that share modules with it, and which modules are theirs: the first that matches. */
const FILES = {
  // The list of linked apps, and the state of recovery codes.
  account: /\/(authenticators|recovery-codes)\/|\/(confirm-dialog|dialog)\./,
  // Linking an app.
  linking: /\/(enrollment|qr-code)\/(?!qrcode\.)|\/(enrollment-secret|otpauth-uri|base32)\.ts/,
  // A backend that is described as data.
  definitions:
    /\/src\/backend\/(definitions|definition\/|http\/|url-attributes|presets\/mfa-elements)|encode-base32/,
  // What more than one of these needs, or a sign-in later than at once.
  more: /\/src\/[^?]+$|\/node_modules\/(lit|lit-html|@lit)\//,
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
