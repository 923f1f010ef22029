import { createHash, randomBytes } from 'node:crypto';

/** The value of a cookie: 256 random bits that mean nothing. */
export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

/** What is stored of it. The token has full entropy, so a fast hash is enough. */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('base64url');
}
