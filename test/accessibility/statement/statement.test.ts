import assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { ACCEPTS } from '../../stories/accepted.js';
import { lineDifference } from '../../stories/line-difference.js';
import { statementIn } from './statement.js';

const fileOf = (language: string): string =>
  fileURLToPath(
    new URL(`../../../stories/guides/accessibility-statement.${language}.md`, import.meta.url),
  );

describe('the accessibility statement', () => {
  for (const language of ['nl', 'en'] as const) {
    it(`in ${language} agrees with the tests`, async () => {
      const file = fileOf(language);
      const current = await statementIn(language);
      if (ACCEPTS) writeFileSync(file, current);
      const accepted = existsSync(file) ? readFileSync(file, 'utf8') : '';
      const difference = lineDifference(accepted, current);
      assert.ok(!difference, `If it is meant, run npm run accept.\n${difference}`);
    });
  }
});
