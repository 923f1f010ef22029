/** Words by which a person finds something, in every language of the toolbar. */
export type Words = RegExp;

const either = (...texts: string[]): Words => new RegExp(`^(${texts.join('|')})$`);

/** Labels, buttons and headings that stories look for. Errors are asked of the library itself. */
export const words = {
  busy: either('Een ogenblik…', 'One moment…'),
  cancel: either('Annuleren', 'Cancel'),
  code: either('6-cijferige machtigingscode', '6-digit authorization code'),
  codeIncomplete: /^(Vul alle 6 cijfers in|Enter all 6 digits)/,
  confirm: either('Bevestigen', 'Confirm'),
  enterCode: either('Vul je code in', 'Enter your code'),
  expired: either('De QR-code is verlopen', 'The QR code has expired'),
  goOn: either('Verder naar ProfiPortaal', 'Go on to ProfiPortaal'),
  kept: either('Ik heb mijn herstelcodes bewaard', 'I have kept my recovery codes'),
  keepFirst: /^(Bewaar eerst je herstelcodes|First keep your recovery codes)/,
  linked: /^(Je Authenticator-app is gekoppeld|Your authenticator app is linked)/,
  linkedApps: either('Gekoppelde Authenticator-apps', 'Linked authenticator apps'),
  misconfigured: /preset/,
  noApps: /^(Er is geen Authenticator-app gekoppeld|No authenticator app is linked)/,
  oneMoment: /^(Een ogenblik, we|One moment, we)/,
  openApp: either('App op deze telefoon openen', 'Open the app on this phone'),
  otherAppsStay: /(Je andere apps blijven gekoppeld|Your other apps stay linked)\.$/,
  password: either('Wachtwoord', 'Password'),
  qrCode: either('QR-code voor je Authenticator-app', 'QR code for your authenticator app'),
  qrCodeMade: /^(De QR-code wordt gemaakt|The QR code is being made)/,
  lookedUp: /^(Je gekoppelde apps worden opgezocht|Your linked apps are being looked up)/,
  recoveryCode: either('Herstelcode', 'Recovery code'),
  remove: either('Koppeling verwijderen', 'Remove link'),
  removeGoogle: /(Koppeling met|link with) Google Authenticator( verwijderen)?$/,
  removed:
    /^(De koppeling met Google Authenticator is|The link with Google Authenticator has been)/,
  signedIn: either('Je bent ingelogd', 'You are signed in'),
  useCodeFromApp: either('Liever een code uit de app gebruiken', 'Use a code from the app instead'),
  useRecoveryCode: /(Gebruik een herstelcode|Use a recovery code)$/,
  verifyCode: either('Code verifiëren', 'Verify code'),
  verifyRecoveryCode: either('Herstelcode verifiëren', 'Verify recovery code'),
} as const;
