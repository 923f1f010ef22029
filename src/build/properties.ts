import MagicString from 'magic-string';
import type { Plugin } from 'vite';
import { LIBRARY } from './library.js';

const IMPORT = /^import .*(?:"lit\/decorators\.js"|helpers\/decorate").*$/gm;

const DECORATED =
  /_decorate\(\[(property|state)\((.*?)\)\], ([\w$]+)\.prototype, ("\w+"), (?:void 0|null)\);/gs;

/**
 * Declares reactive properties without decorators, as the decorators of Lit do:
 *
 * ```ts
 * _decorate([property({ type: Boolean })], Example.prototype, "open", void 0);
 * Example.createProperty("open", { type: Boolean });
 * ```
 *
 * Why: the source keeps the notation that people know, and no page downloads what interprets it.
 *
 * @throws {Error} If a module has another decorator.
 */
export const properties: Plugin = {
  name: 'properties',
  // After TypeScript is compiled, which makes calls of a helper out of decorators.
  enforce: 'post',
  transform(code, id) {
    if (!LIBRARY.test(id) || !code.includes('lit/decorators.js')) return null;
    const changed = new MagicString(code);
    changed.replace(IMPORT, '').replace(DECORATED, declaration);
    if (changed.toString().includes('_decorate(')) {
      throw new Error(`${id}: the build knows the decorators @property() and @state() only.`);
    }
    return { code: changed.toString(), map: changed.generateMap({ hires: true }) };
  },
};

function declaration(
  _whole: string,
  decorator: string,
  options: string,
  element: string,
  name: string,
): string {
  const given = decorator === 'state' ? '{ state: true }' : options;
  return `${element}.createProperty(${[name, given].filter(Boolean).join(', ')});`;
}
