import { expect } from '@open-wc/testing';
import { describeShape } from '../../../src/backend/development/describe-shape.js';
import { suggestRule } from '../../../src/backend/development/suggest-rule.js';
import { PLANTED, tracesIn } from '../../support/planted-secrets.js';

describe('the shape of a response', () => {
  for (const [body, shape] of [
    [undefined, 'null'],
    [null, 'null'],
    ['JBSWY3DPEHPK3PXP', 'text(16)'],
    [7, 'number'],
    [true, 'boolean'],
    [[], '[]'],
    [{}, '{}'],
    [['aa', 'bb'], '[2 × text(2)]'],
    [
      { code: 'otp_bad', errors: [{ field: 'code', at: 3 }] },
      '{ code: text(7), errors: [1 × { field: text(4), at: number }] }',
    ],
    [{ a: { b: { c: { d: { e: 1 } } } } }, '{ a: { b: { c: { d: {…} } } } }'],
  ] as const) {
    it(`of ${JSON.stringify(body)} is ${shape}`, () => {
      expect(describeShape(body)).to.equal(shape);
    });
  }

  it('contains the keys that are names, and not those that may be values', () => {
    expect(
      describeShape({
        'urn:mfa:type': 1,
        'sanne@example.nl': 1,
        'KANA-RIE2-34AA': 1,
        '864209': 1,
        'twee woorden': 1,
      }),
    ).to.equal(
      '{ (key of 6): number, urn:mfa:type: number, (key of 16): number, (key of 14): number, (key of 12): number }',
    );
  });

  it('is short for any response', () => {
    const wide = Object.fromEntries(
      Array.from({ length: 5000 }, (_, index) => [`${'k'.repeat(30)}${index}`, 1]),
    );
    expect(describeShape(wide)).to.have.length.below(602);
    expect(describeShape({ wide: [wide, wide] })).to.have.length.below(602);
  });

  it('contains no secret', () => {
    const body = { ...PLANTED, nested: [PLANTED, { [PLANTED.code]: PLANTED.secret }] };
    expect(tracesIn(describeShape(body))).to.be.empty;
  });
});

describe('a rule to paste', () => {
  for (const [body, rule] of [
    [undefined, '{"status": 422, "kind": "…"}'],
    [
      { code: 422, error_code: 'otp' },
      '{"status": 422, "path": "$.code", "equals": "…", "kind": "…"}',
    ],
    [
      { error: { code: 'otp' } },
      '{"status": 422, "path": "$.error.code", "equals": "…", "kind": "…"}',
    ],
    [{ message: 'Fout.' }, '{"status": 422, "path": "$.message", "equals": "…", "kind": "…"}'],
    [
      { errors: { InvalidTwoFactorCode: ['x'] } },
      `{"status": 422, "path": "$.errors['InvalidTwoFactorCode']", "exists": true, "kind": "…"}`,
    ],
    [{ errors: { 'sanne@example.nl': 1 } }, '{"status": 422, "kind": "…"}'],
  ] as const) {
    it(`for ${JSON.stringify(body)}`, () => {
      expect(suggestRule(422, body)).to.equal(rule);
    });
  }
});
