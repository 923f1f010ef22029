import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { readXliff } from '../../locales/tools/read-xliff.js';
import { filesUnder } from '../tools/test-files.mjs';

/** Tests of the texts themselves: the translations, and the Dutch names that are a public promise. */
const ABOUT_TEXTS = 'test/localization/';

/** Shorter texts, and single words, also occur on other pages. */
const SHORTEST = 8;

/** Returns the longest part of a text without a value. */
const longestPart = (text: string): string =>
  text
    .split(/\{\d\}/)
    .map((part) => part.trim())
    .reduce((longest, part) => (part.length > longest.length ? part : longest));

describe('A test', () => {
  it('names a message by its id, so that a change of its text changes no test', () => {
    const texts = [...readXliff(readFileSync('locales/nl.xlf', 'utf8'))]
      .map(([id, { target = '' }]) => [id, longestPart(target)] as const)
      .filter(([, text]) => text.includes(' ') && text.length > SHORTEST);
    assert.ok(texts.length > 100);
    const found = filesUnder('test', /\.ts$/)
      .filter((file) => !file.startsWith(ABOUT_TEXTS))
      .flatMap((file) => {
        const code = readFileSync(file, 'utf8');
        return texts
          .filter(([, text]) => code.includes(text))
          .map(([id, text]) => `${file}: “${text}” is message('${id}') of test/support/message.ts`);
      });
    assert.deepEqual(found, []);
  });
});
