import { expect } from '@open-wc/testing';
import { own, ownData } from '../../src/backend/own.js';

/** Reads a key while every object inherits it. */
function withInherited<Result>(key: string, read: () => Result): Result {
  const prototype = Object.prototype as Record<string, unknown>;
  prototype[key] = 'inherited';
  try {
    return read();
  } finally {
    Reflect.deleteProperty(prototype, key);
  }
}

const keyOf = (data: unknown, key: string) =>
  withInherited(key, () => (data as Readonly<Record<string, unknown>>)[key]);

describe('an object of own members (C30)', () => {
  it('has the members it was given, and inherits none', () => {
    const copy = own({ method: 'GET' });
    expect(copy.method).to.equal('GET');
    expect(Object.keys(copy)).to.deep.equal(['method']);
    expect(keyOf({}, 'evil')).to.equal('inherited');
    expect(keyOf(copy, 'evil')).to.be.undefined;
  });

  it('is another object than the given one', () => {
    const given = { a: 1 };
    own(given).a = 2;
    expect(given.a).to.equal(1);
  });
});

describe('JSON data of own members (C30)', () => {
  const data = ownData({ steps: [{ body: { code: '{code}' } }], text: 'a', none: null, two: 2 });

  it('has the same content', () => {
    expect(JSON.stringify(data)).to.equal(
      '{"steps":[{"body":{"code":"{code}"}}],"text":"a","none":null,"two":2}',
    );
    expect(Array.isArray(data.steps)).to.be.true;
  });

  it('inherits nothing at any depth', () => {
    for (const part of [data, data.steps[0], data.steps[0]?.body]) {
      expect(keyOf(part, 'evil')).to.be.undefined;
    }
  });

  it('takes over an object without a prototype', () => {
    const bare = ownData(own({ inner: { a: 1 } }));
    expect(bare.inner.a).to.equal(1);
    expect(keyOf(bare.inner, 'evil')).to.be.undefined;
  });

  it('leaves everything else as it is: it is no JSON', () => {
    const date = new Date(0);
    class Made {
      readonly inner = {};
    }
    const made = new Made();
    const same = () => 1;
    const kept = ownData({ date, made, same });
    expect(kept.date === date && kept.made === made && kept.same === same).to.be.true;
  });
});
