import { expect } from '@open-wc/testing';
import { blocksThePage } from '../../../src/backend/development/blocks-the-page.js';
import { findMistakes } from '../../../src/backend/development/find-mistakes.js';

describe('a regular expression that blocks the page for a text that nearly matches (D16)', () => {
  for (const pattern of [
    '^(a+)+$',
    '^(?:a*)*$',
    '^(?<name>\\w+)+$',
    '^(a|aa)+$',
    '^(a?){30}$',
    '^(a{1,9})*$',
    '^((a+)b)+$',
    '^((ab)*)+$',
    '^((a+))+$',
    '^(([a-z])+.)+[A-Z]([a-z])+$',
    '(x+x+)+y',
  ]) {
    it(`is one with a repetition in a repetition: ${pattern}`, () => {
      expect(blocksThePage(pattern)).to.be.true;
    });
  }

  for (const pattern of [
    '^invalid_(?:code|token)\\b',
    '^(MFA_)?PENDING(_\\w+)?$',
    '^(abc)+$',
    '^(?:[*+?{|}]x)+$',
    '^(\\(\\+\\|)+$',
    '^[(a+)+]+$',
    '^(?!otp-id$)',
    '_NOT_ENABLED$',
    '^a+b*c{2,}$',
    '',
  ]) {
    it(`is not: ${pattern}`, () => {
      expect(blocksThePage(pattern)).to.be.false;
    });
  }

  it('is a mistake in a definition, with what to change', () => {
    const success = { header: 'X-Result', matches: '^(a+)+$' };
    const operations = { verify: { request: 'POST /verify', success } };
    const mistakes = [...findMistakes({ operations })];
    expect(mistakes.map(({ pointer }) => pointer)).to.deep.equal([
      '/operations/verify/success/matches',
    ]);
    expect(mistakes[0]?.message).to.match(/repeats must not contain/);
  });
});
