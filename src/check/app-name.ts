/** The name of the app that a walk links. */
export const APP_NAME = 'mfa-elements check';
