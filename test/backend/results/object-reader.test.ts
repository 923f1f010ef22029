import { expect } from '@open-wc/testing';
import { MfaError } from '../../../src/backend/mfa-error.js';
import { ObjectReader } from '../../../src/backend/results/object-reader.js';

const read = (fields: object) => ObjectReader.from(fields, 'result');
const refused = (act: () => unknown, what: string) =>
  expect(act).to.throw(MfaError, `The result is malformed: ${what}.`);

describe('a result that is read field by field (C31, C54)', () => {
  it('is an object', () => {
    for (const raw of [undefined, null, 'text', 1, true, [], [{}]]) {
      refused(() => ObjectReader.from(raw, 'result'), 'result is not an object');
    }
  });

  it('may be a list, of which some have to have items', () => {
    expect(ObjectReader.items([], 'codes')).to.deep.equal([]);
    expect(ObjectReader.someItems(['a'], 'codes')).to.deep.equal(['a']);
    for (const raw of [undefined, null, 'text', { length: 1, 0: 'a' }]) {
      refused(() => ObjectReader.items(raw, 'codes'), 'codes is not a list');
    }
    refused(() => ObjectReader.someItems([], 'codes'), 'codes is not a list with items');
  });

  it('has texts that are not empty', () => {
    expect(ObjectReader.text('a', 'code')).to.equal('a');
    for (const raw of ['', 1, null, undefined, ['a'], new String('a')]) {
      refused(() => ObjectReader.text(raw, 'code'), 'code is not a string');
    }
  });

  it('has only fields of its own', () => {
    const inherited = read(Object.create({ id: 'inherited' }) as object);
    expect(inherited.optional('id')).to.equal(undefined);
    expect(read({ id: null }).optional('id')).to.equal(undefined);
    expect(read({ id: 0 }).optional('id')).to.equal(0);
    expect(read({}).optionalText('toString')).to.equal(undefined);
  });

  it('has to have one of some fields', () => {
    expect(() => read({ name: 'a' }).requireAny('id', 'name')).to.not.throw();
    refused(
      () => read({ other: 'a' }).requireAny('id', 'name'),
      'result is not an object with id or name',
    );
  });

  it('has one of some values', () => {
    expect(read({ state: 'on' }).oneOf('state', ['off', 'on'])).to.equal('on');
    for (const fields of [{}, { state: 'up' }]) {
      refused(() => read(fields).oneOf('state', ['off', 'on']), 'result.state is not off, on');
    }
  });

  it('has counts that are whole and not negative', () => {
    for (const left of [0, 1, Number.MAX_SAFE_INTEGER]) {
      expect(read({ left }).count('left')).to.equal(left);
    }
    for (const left of [-1, 1.5, Infinity, 2 ** 53, '1']) {
      refused(() => read({ left }).count('left'), 'result.left is not a non-negative integer');
    }
    refused(() => read({}).count('left'), 'result.left is not present');
  });

  it('has ids that are texts or whole numbers', () => {
    expect([read({ id: 'a' }).id('id'), read({ id: 7 }).id('id')]).to.deep.equal(['a', '7']);
    refused(() => read({}).id('id'), 'result.id is not present');
    for (const id of ['', 1.5, {}, true])
      refused(() => read({ id }).id('id'), 'result.id is not a string');
  });

  it('may have a list of texts', () => {
    expect(read({}).optionalTexts('codes')).to.equal(undefined);
    expect(read({ codes: ['a'] }).optionalTexts('codes')).to.deep.equal(['a']);
    refused(() => read({ codes: 'a' }).optionalTexts('codes'), 'result.codes is not a list');
    refused(
      () => read({ codes: ['a', ''] }).optionalTexts('codes'),
      'result.codes is not a string',
    );
  });

  it('has only the fields that are picked, each of its type', () => {
    const given = { name: '', left: 2, createdAt: '2026-03-01T12:00:00Z', secret: 'x' };
    const types = { name: 'text', left: 'count', createdAt: 'date', absent: 'text' } as const;
    expect(read(given).pick(types)).to.deep.equal({
      name: '',
      left: 2,
      createdAt: new Date(given.createdAt),
    });
    refused(() => read({ name: 1 }).pick(types), 'result.name is not a string');
    refused(() => read({ left: '2' }).pick(types), 'result.left is not a non-negative integer');
    for (const createdAt of [
      'yesterday',
      '2026-13-01T12:00:00Z',
      {},
      'x2026-03-01T12:00:00Z',
      '2026-03-01T12:00:00Zx',
    ]) {
      refused(() => read({ createdAt }).pick(types), 'result.createdAt is not a time (RFC 3339)');
    }
  });
});
