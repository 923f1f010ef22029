import { createHash, randomBytes } from 'node:crypto';

/** Creates the value of a cookie: 256 random bits without a meaning. */
export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

/** The stored form of a token. A fast hash is enough, because the token has full entropy. */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('base64url');
}
