import type { MfaCapabilities } from '../backend.js';

/** What a backend with the project's own contract can do besides its operations. */
export const CAPABILITIES = {
  rememberDevice: true,
  recoveryCodeAlphabet: '0123456789ABCDEFGHJKMNPQRSTVWXYZ',
  tellsLastUse: true,
} as const satisfies MfaCapabilities;
