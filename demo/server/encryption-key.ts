import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { StartError } from './start-error.js';

const KEY_BYTES = 32;

/**
 * The key that seals the shared secrets, from a file in the data folder that is made at the first
 * start. Never in the database: a copy of that alone must be worth nothing.
 *
 * @throws {StartError} when it is not 32 bytes in base64, or others can read the file (B37).
 */
export function keyOfFolder(dataFolder: string): Buffer {
  const path = keyFile(dataFolder);
  mkdirSync(dataFolder, { recursive: true, mode: 0o700 });
  try {
    const key = randomBytes(KEY_BYTES).toString('base64');
    writeFileSync(path, `${key}\n`, { flag: 'wx', mode: 0o600 });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  // Windows has no such bits and reports every file as readable by all.
  if (process.platform !== 'win32' && (statSync(path).mode & 0o077) !== 0) {
    throw new StartError(`Others can read the encryption key in ${path}; make it yours alone.`);
  }
  return decodeKey(readFileSync(path, 'utf8').trim(), path);
}

/** For `--reset`. Only after the data folder is locked. */
export function forgetEncryptionKey(dataFolder: string): void {
  rmSync(keyFile(dataFolder), { force: true });
}

/**
 * A key that was written down.
 *
 * @throws {StartError} when it is not 32 bytes in base64.
 */
export function decodeKey(text: string, source: string): Buffer {
  const key = Buffer.from(text, 'base64');
  if (key.length === KEY_BYTES) return key;
  throw new StartError(`The encryption key in ${source} has to be 32 bytes in base64.`);
}

function keyFile(dataFolder: string): string {
  return join(dataFolder, 'encryption-key');
}
