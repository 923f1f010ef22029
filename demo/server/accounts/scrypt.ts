import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';

/** The cost of scrypt (RFC 7914 section 2). */
export interface ScryptCost {
  readonly N: number;
  readonly r: number;
  readonly p: number;
}

/** The cost for passwords that people choose (OWASP Password Storage Cheat Sheet: 2^15, 8, 3). */
export const PASSWORD_COST: ScryptCost = { N: 2 ** 15, r: 8, p: 3 };

const KEY_BYTES = 32;
const SALT_BYTES = 16;

/** A fresh salt in base64url. */
export function newSalt(): string {
  return randomBytes(SALT_BYTES).toString('base64url');
}

/** The scrypt key of a text, in base64url. */
export function derive(text: string, salt: string, { N, r, p }: ScryptCost): Promise<string> {
  // Node's default limit is 32 MiB; scrypt uses 128 · N · r bytes.
  const maxmem = 256 * N * r;
  return new Promise((resolve, reject) => {
    scrypt(text, salt, KEY_BYTES, { N, r, p, maxmem }, (error, key) => {
      if (error) reject(error);
      else resolve(key.toString('base64url'));
    });
  });
}

/** Compares two derived keys in constant time. */
export function equalKeys(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
}

/** Hashes a password with its cost and salt in the result: `scrypt$N$r$p$salt$key`. */
export async function hashPassword(password: string, cost: ScryptCost): Promise<string> {
  const salt = newSalt();
  const key = await derive(password.normalize('NFKC'), salt, cost);
  return ['scrypt', cost.N, cost.r, cost.p, salt, key].join('$');
}

/** Compares a password with a hash of {@link hashPassword}. */
export async function verifyPassword(password: string, hash: string): Promise<boolean> {
  const [, N, r, p, salt, key] = hash.split('$');
  if (salt === undefined || key === undefined) throw new Error('A stored hash cannot be read.');
  const cost = { N: Number(N), r: Number(r), p: Number(p) };
  return equalKeys(await derive(password.normalize('NFKC'), salt, cost), key);
}
