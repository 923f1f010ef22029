import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Linter } from 'eslint';
import { glossaryRule } from './glossary-rule.mjs';

const messagesOf = (code: string, filename = 'recovery-codes.js'): readonly string[] =>
  new Linter()
    .verify(
      code,
      {
        plugins: { project: { rules: { glossary: glossaryRule } } },
        rules: { 'project/glossary': 'error' },
      },
      { filename },
    )
    .map(({ message }) => message);

describe('the lint rule of the glossary', () => {
  it('accepts names and docstrings in its words', () => {
    assert.deepEqual(
      messagesOf('/** Returns the label. */ const passwordLabel = 1; export { passwordLabel };'),
      [],
    );
    assert.deepEqual(messagesOf('/** Whether it waits. */ export const waits = true;'), []);
  });

  it('names the word to use instead', () => {
    const [message] = messagesOf('export const lastAnswer = 1;');
    assert.match(message ?? '', /"lastAnswer".*"answer".*"response/);
  });

  it('looks at each word of a name, also of a private one and of a file', () => {
    for (const code of [
      'export const codeWords = 1;',
      'export class Flow { #told = 1; }',
      'export const { renewCodes } = globalThis;',
    ]) {
      assert.equal(messagesOf(code).length > 0, true, code);
    }
    assert.equal(messagesOf('', 'field-words.js').length, 1);
    assert.equal(messagesOf('', 'passwords.js').length, 0);
  });

  it('rejects a docstring that starts with a question word', () => {
    assert.equal(messagesOf('/** What it returns. */ export const value = 1;').length, 1);
    assert.equal(messagesOf('/**\n * What it returns.\n */\nexport const value = 1;').length, 1);
    assert.equal(messagesOf('/**\n * Returns a value.\n *\n * What it is …\n */').length, 0);
    assert.equal(messagesOf('// What it returns.').length, 0);
  });
});
