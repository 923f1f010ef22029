import { expect } from '@open-wc/testing';
import { findJsonError } from '../../../src/backend/development/json-error.js';

describe('where a text stops being JSON', () => {
  for (const [text, place] of [
    ['', 'line 1, column 1'],
    ['{"a": x}', 'line 1, column 7'],
    ['{\n  "operations": {},\n}', 'line 3, column 1'],
    ['{"a": [1, 2}', 'line 1, column 12'],
    ['{} geheim', 'line 1, column 4'],
    ['{"a": 01}', 'line 1, column 7'],
    ['{"geheim', 'line 1, column 2'],
  ] as const) {
    it(`is ${place} of ${JSON.stringify(text)}`, () => {
      expect(findJsonError(text)).to.equal(place);
    });
  }
});
