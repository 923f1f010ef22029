import { minify } from 'terser';
import type { Plugin } from 'vite';

/**
 * Minifies a file with Terser, before the bundler's own minifier does: it joins what that one leaves apart,
 * such as variables that are used once. Nothing "unsafe" is on.
 */
export const terser: Plugin = {
  name: 'terser',
  async renderChunk(code) {
    const { code: minified, map } = await minify(code, {
      module: true,
      ecma: 2020,
      compress: { passes: 2 },
      sourceMap: true,
    });
    return minified === undefined ? null : { code: minified, map: map as string };
  },
};
