import { expect } from '@open-wc/testing';
import { explainPath } from '../../../src/backend/development/explain-path.js';
import {
  isSingular,
  parseJsonPath,
  readJsonPath,
  selectNodes,
} from '../../../src/backend/definition/json-path.js';
import { MfaError } from '../../../src/backend/mfa-error.js';

function refusalOf(path: string): string {
  try {
    parseJsonPath(path);
  } catch (error) {
    expect(error).to.be.instanceOf(MfaError);
    expect(error).to.include({ kind: 'misconfigured' });
    return explainPath(path) ?? expect.fail('was not explained');
  }
  return expect.fail('was accepted');
}

describe('a path', () => {
  const data = {
    a: { 'b-c': [10, { d: 'e' }], "it's": 1, é_1: 2, 'say "hi"\n\\': 3, '😀': 4 },
    list: ['x', 'y'],
    numbered: { 0: 'x' },
    nul: null,
  };

  it('has a thousand characters at most', () => {
    const ofLength = (length: number) => `$.${'a'.repeat(length - 2)}`;
    expect(parseJsonPath(ofLength(1000))).to.have.length(1);
    expect(() => parseJsonPath(ofLength(1001))).to.throw(MfaError);
  });

  for (const [path, found] of [
    ['$', data],
    ['$.a', data.a],
    ["$.a['b-c'][0]", 10],
    ['$["a"]["b-c"][1].d', 'e'],
    ['$.a["it\'s"]', 1],
    ["$.a['it\\'s']", 1],
    ['$.a.é_1', 2],
    ['$.a["say \\"hi\\"\\n\\\\"]', 3],
    ['$.a[\'say "hi"\\n\\\\\']', 3],
    ['$.a.😀', 4],
    ["$.a['\\uD83D\\uDE00']", 4],
    ["$ .a\n[ 'b-c'\t][\r1 ] .d", 'e'],
    ['$.nul', null],
    ['$.nul.x', undefined],
    ['$.list[1]', 'y'],
    ['$.list[-1]', 'y'],
    ['$.list[-2]', 'x'],
    ['$.list[-3]', undefined],
    ['$.list[2]', undefined],
    ['$.list.length', undefined],
    ["$.list['0']", undefined],
    ['$.a[0]', undefined],
    ['$.numbered[0]', undefined],
    ["$.numbered['0']", 'x'],
    ['$.a[-1]', undefined],
    ['$.toString', undefined],
    ['$.list.map', undefined],
    ['$.list[0].length', undefined],
    ['$.list[*]', 'x'],
    ['$.a.*', data.a['b-c']],
  ] as const) {
    it(`${path} leads to ${typeof found === 'object' ? 'its place' : String(found)}`, () => {
      expect(readJsonPath(data, path)).to.equal(found);
    });
  }

  it('finds every value with a wildcard', () => {
    expect(selectNodes({ a: [{ b: 1 }, { c: 2 }, 3, { b: 4 }] }, '$.a[*].b')).to.deep.equal([1, 4]);
    expect(selectNodes({ a: [[1, 2], [3]] }, '$.a.*[*]')).to.deep.equal([1, 2, 3]);
    expect(selectNodes('text', '$.*')).to.deep.equal([]);
  });

  it('tells whether it finds one value at most', () => {
    expect(['$', "$.a['b'][-1]"].every(isSingular)).to.be.true;
    expect(['$.*', '$[*].a', '$[?@.a]'].some(isSingular)).to.be.false;
  });

  it('reads a name such as constructor as a key of the data, never from a prototype', () => {
    const hostile = JSON.parse('{"__proto__":{"x":1},"constructor":{"prototype":2}}') as unknown;
    expect(readJsonPath(hostile, '$.__proto__.x')).to.equal(1);
    expect(readJsonPath(hostile, "$['constructor'].prototype")).to.equal(2);
    for (const path of ['$.__proto__', '$.constructor', "$['__proto__'].toString", '$.a.__proto__'])
      expect(selectNodes({ a: [] }, path)).to.be.empty;
  });
});

describe('a filter', () => {
  const nodes = [
    { id: 1, type: 'totp', status: 'verified', name: null },
    { id: 2, type: 'totp', status: 'unverified', tags: ['a'], n: 0 },
    { id: 3, type: 'phone', status: 'verified', at: { type: 'totp' }, n: '0' },
    { id: 4 },
    'totp',
    ['totp'],
  ];

  for (const [filter, ids] of [
    ["@.type=='totp'", [1, 2]],
    ['@.type == "totp" && @.status == \'verified\'', [1]],
    ["@.type!='totp'", [3, 4, undefined, undefined]],
    ["@.type && @.type!='totp'", [3]],
    ['@.type', [1, 2, 3]],
    ['!@.type', [4, undefined, undefined]],
    ['! @.type && @.id', [4]],
    ['@.name==null', [1]],
    ['@.name', [1]],
    ['@.n==0', [2]],
    ['@.n==-0.0e1', [2]],
    ["@.n=='0'", [3]],
    ["@.at.type=='totp'", [3]],
    ["@['at']['type']=='totp'", [3]],
    ['@.tags[*]', [2]],
    ["@.tags[?@=='a']", [2]],
    ["@.tags[?@=='b']", []],
    ['@.id==true', []],
  ] as const) {
    it(`of ${filter} finds ${ids.length}`, () => {
      const found = selectNodes({ nodes }, `$.nodes[?${filter}]`);
      expect(found.map((node) => (node as { id?: number }).id)).to.deep.equal(ids);
    });
  }

  it('compares the child itself', () => {
    expect(selectNodes({ nodes }, "$.nodes[?@=='totp']")).to.deep.equal(['totp']);
    expect(readJsonPath(['a', 'b'], "$[?@!='a']")).to.equal('b');
  });

  it('applies to the members of an object too, and the path continues after it', () => {
    const flows = { one: { id: 'mfa', url: '/1' }, two: { id: 'login', url: '/2' } };
    expect(selectNodes(flows, "$[?@.id=='login'].url")).to.deep.equal(['/2']);
  });
});

describe('a text that is not a path for a definition', () => {
  for (const [path, name, position] of [
    ['$..a', 'descendant segment', 1],
    ['$[?@..a]', 'descendant segment', 4],
    ['$[0:2]', 'slice', 3],
    ['$[:2]', 'slice', 2],
    ["$['a','b']", 'several selectors', 5],
    ['$[0, 1]', 'several selectors', 3],
    ['$[?@.a || @.b]', 'logical or', 7],
    ['$[?@.a < 1]', 'comparison other than == and !=', 7],
    ['$[?@.a>=1]', 'comparison other than == and !=', 6],
    ['$[?(@.a)]', 'parentheses', 3],
    ['$[?!(@.a)]', 'parentheses', 4],
    ['$[?length(@.a)==1]', 'function extension', 3],
    ['$[?@.a==count(@.b)]', 'function extension', 8],
    ['$[?$.a]', 'filter other than', 3],
    ['$[?@.a==@.b]', 'filter other than', 8],
    ["$[?'a'==@.b]", 'filter other than', 3],
    ['$[?@.*==1]', 'filter other than', 6],
    ['$[?!@.a==1]', 'filter other than', 7],
  ] as const) {
    it(`is refused by name: ${path}`, () => {
      const message = refusalOf(path);
      expect(message).to.include(`${JSON.stringify(path)}: ${name}`);
      expect(message).to.include(`at position ${position}. A path is like $.a`);
    });
  }

  for (const path of [
    ...[
      '',
      'a',
      '.a',
      '$a',
      '$.',
      '$. a',
      '$ ',
      ' $',
      '$.a-b',
      '$.1',
      '@.a',
      '$.a]',
      '$[]',
      '$[a]',
    ],
    ...['$[01]', '$[-0]', '$[-01]', '$[1.0]', '$[1e1]', '$[+1]', '$[- 1]', '$[true]', '$[null]'],
    ...['$[9007199254740992]', '$[-9007199254740992]', '$[99999999999999999999]'],
    ...["$['a", "$['a'", "$['a''b']", "$['\\x41']", '$["\\\'"]', "$['\\\"']", '$["\n"]', "$['\\']"],
    ...['$["\\uD800"]', '$["\\uDC00\\uD800"]', '$["\uD800"]', '$.\uD800', '$["\\u12"]'],
    ...[
      '$[?]',
      '$[?true]',
      '$[?@.a==]',
      '$[?@.a==True]',
      '$[?@.a==01]',
      '$[?@.a==.5]',
      '$[?@.a=1]',
    ],
    ...[
      '$[?@.a&&]',
      '$[?@.a & @.b]',
      '$[?!!@.a]',
      '$[?@.a',
      '$[?@.a==1',
      "$[?@.a=='b]",
      '$\u00a0.a',
    ],
    `$${'.a'.repeat(500)}`,
    `$${'[?@'.repeat(300)}${']'.repeat(300)}`,
  ]) {
    it(`is refused: ${JSON.stringify(path.slice(0, 40))}`, () => {
      expect(refusalOf(path)).to.include(JSON.stringify(path));
    });
  }

  it('is refused each time it is read', () => {
    expect(refusalOf('$..a')).to.equal(refusalOf('$..a'));
  });
});
