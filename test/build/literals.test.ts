import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { literals } from '../../src/build/literals.js';
import { builtModule } from './built-module.js';

const built = (code: string) =>
  builtModule(`import { css, html, svg } from 'lit';\n${code}`, literals);

describe('A literal in a built module', () => {
  it('of CSS has no comments, line breaks or indents', async () => {
    const code = await built(
      'export const styles = css`\n  /* Why. */\n  .digit {\n    color: red;\n    margin: 0;\n  }\n`;',
    );
    assert.match(code, /css`\.digit\{color:red;margin:0\}`/);
  });

  it('of CSS that is composed is minified around what it is composed of', async () => {
    const code = await built(
      'export const styles = (tokens) => css`\n  :host {\n    ${tokens};\n    /* Why. */\n    margin: 0;\n  }\n`;',
    );
    assert.match(code, /css`:host\{\$\{tokens\};margin:0\}`/);
  });

  it('of HTML keeps one space where there was white space, and every expression', async () => {
    const code = await built(
      'export const page = (a, b) => html`\n  <p class="lead">\n    ${a}   <b ?hidden=${b}>x</b>\n  </p>\n`;',
    );
    assert.match(code, /<p class="lead"> \$\{a\} <b \?hidden=\$\{b\}>x<\/b> <\/p>/);
  });

  it('of SVG keeps the case of its attributes', async () => {
    const code = await built(
      'export const icon = svg`<svg viewBox="0 0 4 4">\n  <path d="M1 1" /></svg>`;',
    );
    assert.match(code, /viewBox="0 0 4 4"/);
  });
});
