import type { Plugin } from 'vite';

/** Marks a module as part of a file that is loaded later, by the module that the file is named after. */
const MARK = '?part-of=';

/** Matches the modules that share next to nothing with the entry. The others become its parts (parts.ts). */
const COMPLETE = /\/presets\/(?!mfa-elements)|\/generated\/|\/qrcode\.ts$/;

/**
 * Gives each small file that is loaded later its own copy of the modules it shares with the entry, so that
 * it imports no other.
 *
 * Why: if it imported `./mfa-elements.js`, a page that loads the entry under another address (`?v=2`) would load the
 * library twice; and a cache that holds one file of an older version must not break the others. What is shared is small.
 */
export const completeFiles: Plugin = {
  name: 'complete-files',
  enforce: 'pre',
  async resolveId(source, importer, options) {
    const [, mark] = importer?.split(MARK) ?? [];
    const isLoadedLater = options.kind === 'dynamic-import';
    if (!importer || (mark === undefined && !isLoadedLater)) return null;
    const resolved = await this.resolve(source, importer.split(MARK)[0], {
      ...options,
      skipSelf: true,
    });
    if (!resolved || resolved.external || resolved.id.startsWith('\0')) return resolved;
    if (mark === undefined && !COMPLETE.test(resolved.id)) return resolved;
    const name = mark ?? resolved.id.replace(/^.*\//, '');
    return { ...resolved, id: resolved.id + MARK + name };
  },
};
