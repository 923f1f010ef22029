/** An authenticator app that is proposed to people who have none yet. */
export interface AuthenticatorApp {
  readonly name: string;
  /** The app's manual. */
  readonly manual: string;
  /** The app in Google Play. */
  readonly android?: string;
  /** The app in the App Store. */
  readonly ios?: string;
  /**
   * How to scan the QR code with it, in three to five short sentences in the words of its own menus.
   * Without it: our own for the apps in {@link AUTHENTICATOR_APPS}, and general ones for any other.
   */
  readonly steps?: readonly string[];
  /** The same for a key that is copied on the device that the app is on, where nothing can be scanned. */
  readonly handheldSteps?: readonly string[];
}

/** The two that most people use. A site may propose others: the `apps` property. */
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
