import { expect } from '@open-wc/testing';
import { parseJsonPath, readJsonPath } from '../../src/backend/http/json-path.js';
import { MfaError } from '../../src/backend/mfa-error.js';
import { seededRandom } from './fake-server.js';

describe('a path', () => {
  const data = { a: { 'b-c': [10, { d: 'e' }], "it's": 1, é_1: 2 }, list: ['x'], nul: null };

  for (const [path, found] of [
    ['$', data],
    ['$.a', data.a],
    ["$.a['b-c'][0]", 10],
    ['$["a"]["b-c"][1].d', 'e'],
    ['$.a["it\'s"]', 1],
    ['$.a.é_1', 2],
    ['$.nul', null],
    ['$.nul.x', undefined],
    ['$.list[1]', undefined],
    ['$.list.length', undefined],
    ["$.list['0']", undefined],
    ['$.a[0]', undefined],
    ['$.toString', undefined],
    ['$.list.map', undefined],
  ] as const) {
    it(`${path} leads to ${typeof found === 'object' ? 'its place' : String(found)}`, () => {
      expect(readJsonPath(data, path)).to.equal(found);
    });
  }

  for (const path of [
    '',
    'a',
    '.a',
    '$a',
    '$.',
    '$..a',
    '$.*',
    '$[*]',
    '$[-1]',
    '$[01]',
    '$[0:2]',
    '$[?@.a]',
    '$[a]',
    "$['a",
    "$['a\\n']",
    '$.a-b',
    '$ .a',
    '$[99999999999]',
    '$.__proto__.x',
    "$['constructor'].prototype",
    '$.a.prototype',
  ]) {
    it(`refuses ${path || 'nothing'} by name`, () => {
      try {
        parseJsonPath(path);
      } catch (error) {
        expect(error).to.be.instanceOf(MfaError);
        expect(error).to.include({ kind: 'misconfigured' });
        expect((error as MfaError).message).to.include(JSON.stringify(path));
        return;
      }
      expect.fail('was accepted');
    });
  }

  it('stays inside the data for ten thousand random paths', () => {
    const random = seededRandom(30);
    const pieces = [
      '$',
      '.a',
      '.__proto__',
      "['constructor']",
      '[0]',
      '.length',
      '["b"]',
      '[',
      '..',
      '.x',
      "'",
      '[1e9]',
    ];
    for (let round = 0; round < 10_000; round += 1) {
      const length = 1 + Math.floor(random() * 6);
      const path = `$${Array.from({ length }, () => pieces[Math.floor(random() * pieces.length)]).join('')}`;
      try {
        const found = readJsonPath({ a: [{ b: { a: 1 } }], x: {} }, path);
        expect(found === Object.prototype || typeof found === 'function', path).to.be.false;
      } catch (error) {
        expect(error, path).to.be.instanceOf(MfaError);
      }
    }
    expect(Object.keys(Object.prototype)).to.be.empty;
  });
});
