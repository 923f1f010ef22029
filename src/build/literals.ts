import { minifyHTMLLiterals, type Options } from 'minify-literals';
import type { Plugin } from 'vite';
import { LIBRARY } from './library.js';

/** Keeps what shows as it is: between two tags one space stays, and each attribute its place. */
const OPTIONS = {
  html: {
    caseSensitive: true,
    collapseWhitespace: true,
    conservativeCollapse: true,
    removeComments: true,
  },
} satisfies Options;

/**
 * Minifies the templates and style sheets in the code, which no minifier of JavaScript touches: comments,
 * line breaks and indents are a tenth of the library.
 */
export const literals: Plugin = {
  name: 'literals',
  // After TypeScript is compiled, and after the messages are in the templates.
  enforce: 'post',
  async transform(code, id) {
    if (!LIBRARY.test(id) || !/(css|html|svg)`/.test(code)) return null;
    const { code: minified, map } =
      (await minifyHTMLLiterals(code, { ...OPTIONS, fileName: id })) ?? {};
    return minified === undefined ? null : { code: minified, map: map ?? null };
  },
};
