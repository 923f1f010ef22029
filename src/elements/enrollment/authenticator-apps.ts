/** An authenticator app that is suggested to users who have none yet. */
export interface AuthenticatorApp {
  /** The name of the app, as its store shows it. Each app in a list has a different name. */
  readonly name: string;
  /** The http(s) URL of the app's manual. The name links to it. */
  readonly manual: string;
  /** The http(s) URL of the app in Google Play. Without it there is no link to Google Play. */
  readonly android?: string;
  /** The http(s) URL of the app in the App Store. Without it there is no link to the App Store. */
  readonly ios?: string;
  /**
   * How to scan the QR code with the app: three to five short sentences that use the words of its menus.
   * Default: built-in steps for the apps in {@link AUTHENTICATOR_APPS}, general steps for other apps.
   */
  readonly steps?: readonly string[];
  /**
   * How to add a key that is copied on the same device, where the QR code cannot be scanned. Same form
   * and default as `steps`.
   */
  readonly handheldSteps?: readonly string[];
}

/** The two apps that most people use. A page may suggest others with the property `apps`. */
export const AUTHENTICATOR_APPS: readonly AuthenticatorApp[] = [
  {
    name: 'Google Authenticator',
    manual: 'https://support.google.com/accounts/answer/1066447',
    android: 'https://play.google.com/store/apps/details?id=com.google.android.apps.authenticator2',
    ios: 'https://apps.apple.com/app/google-authenticator/id388497605',
  },
  {
    name: 'Microsoft Authenticator',
    manual:
      'https://support.microsoft.com/account-billing/about-microsoft-authenticator-9783c865-0308-42fb-a519-8cf666fe0acc',
    android: 'https://play.google.com/store/apps/details?id=com.azure.authenticator',
    ios: 'https://apps.apple.com/app/microsoft-authenticator/id983156458',
  },
];
