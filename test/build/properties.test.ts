import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { properties } from '../../src/build/properties.js';
import { builtModule } from './built-module.js';

/** Builds a class whose members have these decorators, as TypeScript compiles them. */
const built = (...decorated: readonly string[]) =>
  builtModule(
    `import { LitElement } from 'lit';
import { property, query, state } from "lit/decorators.js";
import _decorate from "@oxc-project/runtime/helpers/decorate";
export class Example extends LitElement {}
${decorated.map((it) => `_decorate([${it}], Example.prototype, "open", void 0);`).join('\n')}`,
    properties,
  );

describe('A property in a built module', () => {
  it('is declared without a decorator, with its options', async () => {
    const code = await built('property({ type: Boolean, hasChanged: (a, b) => [a].includes(b) })');
    assert.match(
      code,
      /Example\.createProperty\("open", \{\s*type: Boolean,\s*hasChanged: \(a, b\) => \[a\]\.includes\(b\)\s*\}\);/,
    );
    assert.doesNotMatch(code, /decorat/);
  });

  it('is declared without options if it has none', async () => {
    assert.match(await built('property()'), /Example\.createProperty\("open"\);/);
  });

  it('is internal state if it is decorated so', async () => {
    assert.match(await built('state()'), /createProperty\("open", \{ state: true \}\);/);
  });

  it('is each on its own', async () => {
    const code = await built('property()', 'state()', 'property({ reflect: true })');
    assert.equal(code.match(/createProperty\(/g)?.length, 3);
  });

  it('has no other decorator: the build says so', async () => {
    await assert.rejects(
      built("query('a')"),
      /knows the decorators @property\(\) and @state\(\) only/,
    );
  });
});
