/** What a person in the matrix types. Each code of the app works once, so the next try needs the next one. */
export const TYPED = {
  codes: ['123456', '234567', '345678', '456789'],
  recoveryCodes: ['H7KQ-2MXR-9TPD', 'W4BN-6CZF-3JVG', 'R8YT-5DHS-7QLK', 'M2PX-9WGC-4NBF'],
  password: 'welkom-bij-profi',
  name: 'Werktelefoon',
} as const;

/** The apps of an account at the start. */
export const APPS = [
  { id: 'app-1', name: 'Google Authenticator' },
  { id: 'app-2', name: 'Microsoft Authenticator' },
] as const;

/** Where a person in the matrix signs in again. */
export const SIGN_IN_URL = '/inloggen';
