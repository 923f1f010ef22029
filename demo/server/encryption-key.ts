import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { StartError } from './start-error.js';

const KEY_BYTES = 32;

/**
 * Reads the key that encrypts the shared secrets from a file in the data folder, which is created at the
 * first start. The key is never in the database, so that a copy of the database alone is useless.
 *
 * @throws {StartError} If it is not 32 bytes in base64, or other users can read the file (B37).
 */
export function readOrCreateKey(dataFolder: string): Buffer {
  const path = keyFile(dataFolder);
  mkdirSync(dataFolder, { recursive: true, mode: 0o700 });
  try {
    const key = randomBytes(KEY_BYTES).toString('base64');
    writeFileSync(path, `${key}\n`, { flag: 'wx', mode: 0o600 });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  // Windows has no permission bits and reports every file as readable by all.
  if (process.platform !== 'win32' && (statSync(path).mode & 0o077) !== 0) {
    throw new StartError(
      `Other users can read the encryption key in ${path}; remove their permissions.`,
    );
  }
  return decodeKey(readFileSync(path, 'utf8').trim(), path);
}

/** Deletes the key, for `--reset`. Lock the data folder first. */
export function deleteEncryptionKey(dataFolder: string): void {
  rmSync(keyFile(dataFolder), { force: true });
}

/**
 * Decodes a key from text.
 *
 * @param source Where the text comes from, for the error.
 * @throws {StartError} If it is not 32 bytes in base64.
 */
export function decodeKey(text: string, source: string): Buffer {
  const key = Buffer.from(text, 'base64');
  if (key.length === KEY_BYTES) return key;
  throw new StartError(`The encryption key in ${source} must be 32 bytes in base64.`);
}

function keyFile(dataFolder: string): string {
  return join(dataFolder, 'encryption-key');
}
