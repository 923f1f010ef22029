import { generateSecret } from 'otplib';

/** RFC 4226 section 4, R6 recommends 160 bits. */
const SECRET_BYTES = 20;

/** Creates a shared secret: 32 characters of base32 without padding. */
export function newSecret(): string {
  return generateSecret({ length: SECRET_BYTES });
}

/**
 * The text of the QR code (Key URI Format of Google Authenticator). It contains SHA1, 6 and 30 although they
 * are the defaults. No other values are used, because several apps support only these. Spaces become `%20`,
 * because apps show a `+` literally.
 */
export function keyUri(issuer: string, account: string, secret: string): string {
  const [by, user] = [encodeURIComponent(issuer), encodeURIComponent(account)];
  return `otpauth://totp/${by}:${user}?secret=${secret}&issuer=${by}&algorithm=SHA1&digits=6&period=30`;
}
