import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

const inFolder = (path: string): string =>
  JSON.stringify(fileURLToPath(new URL(path, import.meta.url)));

const PAGE_DOCUMENT = `import { pageDocument as document, throughPage } from ${inFolder('page-document.ts')};`;
/** A node whose tree or document is read: `this.#host.getRootNode()`, `element.ownerDocument`. */
const FROM_NODE = /(?<![\w$.#])[\w$]+(?:\.#?[\w$]+)*\.(?:getRootNode\(\)|ownerDocument\b)/g;

const LIT_DOCUMENT = `import { litDocument as document } from ${inFolder('page-document.ts')};`;
const LIT_GLOBALS = `import { litGlobals as globalThis, litPropertyMetadata } from ${inFolder('lit-globals.ts')};`;

const LIT = /\/node_modules\/(?:lit|lit-html|lit-element|@lit\/reactive-element)\//;
const LIBRARY = /\/src\/(?!script-tag\/)[^?]+\.ts$/;

/**
 * Gives the modules in `dist/mfa-elements.js` a `document` and, for Lit, a `globalThis` of their own: an
 * import hides the global of the same name. The reasons are in page-document.ts and lit-globals.ts.
 *
 * A module may use members of `document`, but not pass, compare or observe it (a lint rule holds that).
 * `dist/esm` has no Lit inside, and shares the page's.
 */
export const insideAPage: Plugin = {
  name: 'inside-a-page',
  // After TypeScript is compiled, so that types and comments are gone.
  enforce: 'post',
  transform(code, id) {
    const isLit = LIT.test(id);
    if (!isLit && !LIBRARY.test(id)) return null;
    const inside = isLit ? code : code.replace(FROM_NODE, 'throughPage($&)');
    const imports = [
      /\bdocument\b|\bthroughPage\(/.test(inside) && (isLit ? LIT_DOCUMENT : PAGE_DOCUMENT),
      isLit && /\bglobalThis\b/.test(code) && LIT_GLOBALS,
    ].filter(Boolean);
    // On the first line, so that the source map keeps its lines.
    return imports.length > 0 ? { code: imports.join(' ') + inside, map: null } : null;
  },
};
