import { isOnline } from './is-online.js';
import { MfaError } from './mfa-error.js';

/**
 * Loads a file of the library that most pages do not need.
 *
 * In the script-tag build a preset has its own copy of what it imports (src/script-tag/complete-files.ts), also of
 * `MfaError`: what it throws has to be thrown by what it is given. Other files share those of the entry (parts.ts).
 *
 * @param what What the file is for, as its error names it.
 * @throws MfaError `unavailable` if the file does not arrive, `offline` if the device is offline.
 */
export async function loadFile<File>(what: string, load: () => Promise<File>): Promise<File> {
  try {
    return await load();
  } catch {
    const kind = isOnline() ? 'unavailable' : 'offline';
    throw new MfaError(kind, `The file of ${what} could not be fetched.`);
  }
}
