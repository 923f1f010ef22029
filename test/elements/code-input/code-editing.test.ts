import { expect } from '@open-wc/testing';
import {
  codeFrom,
  composedText,
  insertIntoCode,
  isPlainInsertion,
  replacement,
} from '../../../src/elements/code-input/code-editing.js';

/** `12|3` has the caret behind the 2, `1[23]` has 23 selected. */
function parse(text: string) {
  const start = text.search(/[[|]/);
  const end = text.includes(']') ? text.indexOf(']') - 1 : start;
  return { value: text.replaceAll(/[[\]|]/g, ''), start, end };
}

function insert(before: string, text: string, length = 6): string {
  const after = insertIntoCode(parse(before), text, length);
  return after
    ? `${after.value.slice(0, after.start)}|${after.value.slice(after.start)}`
    : 'refused';
}

describe('editing a code', () => {
  for (const [title, before, text, after] of [
    ['a digit is added behind the others', '12|', '3', '123|'],
    ['3: a seventh digit replaces the last one', '123456|', '7', '123457|'],
    ['4: a digit goes over the one at the caret', '|123456', '9', '9|23456'],
    ['5: also in a code in the making', '12|3', '9', '129|'],
    ['10: a digit takes the place of all that is selected', '[123456]', '7', '7|'],
    ['12: a digit takes the place of a part that is selected', '123[45]', '1', '1231|'],
    [
      '28: the one clear code in a sentence is taken',
      '|',
      'Order 42: your code is 123456',
      '123456|',
    ],
    ['32: a longer run is refused', '12|', '1234567890', 'refused'],
    [
      'two codes are refused, since either may be the wrong one',
      '|',
      '123456 or 654321',
      'refused',
    ],
    ['33: a text without digits is refused', '12|', 'abc', 'refused'],
    ['34: a part goes over the digits at the caret', '12|3456', '99', '1299|56'],
    ['35: a whole code replaces everything', '12|', '654321', '654321|'],
    [
      'a part that does not fit in the selection goes over what follows',
      '1[2]3456',
      '99',
      '199|456',
    ],
    ['a part that ends behind the last slot is cut there', '12345|', '99', '123459|'],
  ] as const) {
    it(title, () => {
      expect(insert(before, text)).to.equal(after);
    });
  }

  it('supports codes of another length', () => {
    expect(insert('|', '1234 5678', 8)).to.equal('12345678|');
    expect(insert('|', '7', 1)).to.equal('7|');
  });

  it('never creates a value that is longer than the code or is not digits, whatever is inserted', () => {
    const texts = ['1', '12', 'a1', '１２３', '١٢', '99999', '-', '123 456', '²', ''];
    for (const value of ['', '1', '123', '12345', '123456']) {
      for (let start = 0; start <= value.length; start += 1) {
        for (let end = start; end <= value.length; end += 1) {
          for (const text of texts) {
            const after = insertIntoCode({ value, start, end }, text, 6);
            if (!after) continue;
            expect(after.value).to.match(/^[0-9]{1,6}$/);
            expect(after.start).to.be.within(0, after.value.length);
          }
        }
      }
    }
  });

  it('leaves to the browser what it does in the same way', () => {
    const plain = (before: string, text: string) => {
      const after = insertIntoCode(parse(before), text, 6);
      return after && isPlainInsertion(parse(before), text, after);
    };
    expect(plain('12|', '3')).to.equal(true);
    expect(plain('1[23]', '4')).to.equal(true);
    expect(plain('1|23', '4')).to.equal(false);
    expect(plain('12|', '３')).to.equal(false);
  });

  it('finds a code, or the beginning of one, in a value that was set as a whole', () => {
    expect(codeFrom('12ab', 6, '')).to.equal('12');
    expect(codeFrom('123 456', 6, '')).to.equal('123456');
    expect(codeFrom('1a2b3c4d5e6f', 6, '')).to.equal('123456');
    expect(codeFrom('1234567', 6, '12')).to.equal('12');
  });

  it('finds the text that an input method composes', () => {
    expect(composedText(parse('12|3'), '12９3')).to.equal('９');
    expect(composedText(parse('1[23]'), '1９')).to.equal('９');
  });

  it('replaces only the part of a value that differs', () => {
    expect(replacement('123456', '129456')).to.deep.equal({ start: 2, end: 3, text: '9' });
    expect(replacement('', '123456')).to.deep.equal({ start: 0, end: 0, text: '123456' });
    expect(replacement('1123', '123')).to.deep.equal({ start: 1, end: 2, text: '' });
  });
});
