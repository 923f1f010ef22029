import type { MfaCapabilities } from '../backend.js';

/** The optional features of a backend with the project's own contract. */
export const CAPABILITIES = {
  rememberDevice: true,
  recoveryCodeAlphabet: '0123456789ABCDEFGHJKMNPQRSTVWXYZ',
  tellsLastUse: true,
} as const satisfies MfaCapabilities;
