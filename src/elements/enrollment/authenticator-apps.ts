/** An authenticator app that is proposed to people who have none yet. */
export interface AuthenticatorApp {
  readonly name: string;
  /** The app's manual. */
  readonly manual: string;
  /** The app in Google Play. */
  readonly android?: string;
  /** The app in the App Store. */
  readonly ios?: string;
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
