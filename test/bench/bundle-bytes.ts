import { brotli } from './brotli.js';
import type { Bundle } from './bundle.js';

/** Returns the compressed bytes of files of a bundle: by default, of those that load at once. */
export const bundleBytes = ({ files, atOnce }: Bundle, names = atOnce): number =>
  names.reduce((sum, name) => sum + brotli(files.get(name) ?? new Uint8Array()).length, 0);
