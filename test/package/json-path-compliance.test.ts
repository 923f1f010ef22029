import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { describe, it } from 'node:test';
import { query, type JsonValue } from 'jsonpath-rfc9535';
import parse from 'jsonpath-rfc9535/parser';
import { explainPath } from '../../src/backend/development/explain-path.js';
import { parseJsonPath, selectNodes } from '../../src/backend/definition/json-path.js';
import { MfaError } from '../../src/backend/mfa-error.js';
import { randomJson, randomPath } from '../backend/http/random-json.js';
import { seededRandom } from '../support/seeded-random.js';

/** A vector of the JSONPath Compliance Test Suite. */
interface Vector {
  readonly name: string;
  readonly selector: string;
  readonly document: JsonValue;
  readonly result?: readonly unknown[];
  /** All valid results, if the members of an object may be in any order. */
  readonly results?: readonly (readonly unknown[])[];
  readonly invalid_selector?: boolean;
}

/** A node of the syntax tree of the reference implementation. */
interface SyntaxNode {
  readonly type: string;
  readonly [field: string]: unknown;
}

const suite = join(
  dirname(createRequire(import.meta.url).resolve('jsonpath-rfc9535/package.json')),
  'src/__tests__/jsonpath-compliance-test-suite/cts.json',
);
const { tests: vectors } = JSON.parse(readFileSync(suite, 'utf8')) as { tests: Vector[] };

/** The error for other filters: a query from the root, a literal on the left, a query on the right. */
const OTHER_FILTER = 'filter other than @.path == literal';

/** Returns the features in a path that a definition does not support, by their names in our errors. */
function featuresWeLack(selector: string): string[] {
  const features = nodesOf(parse(selector)).flatMap(featuresOf);
  // The syntax tree does not contain parentheses. Those of a function follow its name.
  const outsideStrings = selector.replace(/'(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*"/g, '');
  if (/(?<![a-z_0-9])\(/.test(outsideStrings)) features.push('parentheses');
  return [...new Set(features)];
}

function featuresOf(node: SyntaxNode): string[] {
  const { type } = node;
  if (type === 'DescendantSegment') return ['descendant segment'];
  if (type === 'SliceSelector') return ['slice'];
  if (type === 'LogicalOrExpr') return ['logical or'];
  if (type === 'FunctionExpr') return ['function extension'];
  if (type === 'AbsSingularQuery') return [OTHER_FILTER];
  if (type === 'FilterQuery') {
    return (node.value as SyntaxNode).type === 'RelQuery' ? [] : [OTHER_FILTER];
  }
  if (type === 'BracketedSelection') {
    return (node.selectors as unknown[]).length > 1 ? ['several selectors'] : [];
  }
  if (type !== 'ComparisonExpr') return [];
  const { op, left, right } = node as SyntaxNode & { left: SyntaxNode; right: SyntaxNode };
  return [
    ...(op === '==' || op === '!=' ? [] : ['comparison other than == and !=']),
    ...(left.type === 'Literal' || right.type === 'RelSingularQuery' ? [OTHER_FILTER] : []),
  ];
}

function nodesOf(tree: unknown): SyntaxNode[] {
  if (typeof tree !== 'object' || tree === null) return [];
  return [...('type' in tree ? [tree as SyntaxNode] : []), ...Object.values(tree).flatMap(nodesOf)];
}

function refusalOf({ selector }: Vector): string {
  try {
    parseJsonPath(selector);
  } catch (error) {
    assert.ok(error instanceof MfaError);
    assert.equal(error.kind, 'misconfigured');
    return explainPath(selector) ?? assert.fail(`${selector} is explained away`);
  }
  assert.fail(`${selector} was accepted`);
}

const invalid = vectors.filter(({ invalid_selector }) => invalid_selector === true);
const valid = vectors.filter((vector) => !invalid.includes(vector));
const ours = valid.filter(({ selector }) => featuresWeLack(selector).length === 0);
const others = valid.filter((vector) => !ours.includes(vector));

describe('A path has the result that RFC 9535 requires', () => {
  it(`in the ${ours.length} vectors of the part that a definition may use`, () => {
    assert.ok(ours.length > 150);
    for (const { name, selector, document, result, results = [result] } of ours) {
      const nodes = selectNodes(document, selector);
      const isRight = results.some((one) => isDeepEqual(nodes, one));
      assert.ok(isRight, `${name}: ${selector} gave ${JSON.stringify(nodes)}`);
    }
  });

  it(`and is refused in the ${invalid.length} vectors that are not a path`, () => {
    assert.ok(invalid.length > 200);
    for (const vector of invalid) refusalOf(vector);
  });

  it(`and is refused by the name of a feature in the ${others.length} other vectors`, () => {
    assert.ok(others.length > 200);
    for (const vector of others) {
      const message = refusalOf(vector);
      const features = featuresWeLack(vector.selector);
      const isNamed = features.some((feature) => message.includes(`: ${feature} at position `));
      assert.ok(isNamed, `${vector.name}: ${message} It has: ${features.join()}`);
    }
  });

  it('as in another implementation, for 20,000 random paths in random data', () => {
    const random = seededRandom(9535);
    let found = 0;
    for (let round = 0; round < 20_000; round += 1) {
      const document = randomJson(random, { hostile: true }) as JsonValue;
      const path = randomPath(random, { hostile: true });
      assert.deepEqual(featuresWeLack(path), [], path);
      const nodes = selectNodes(document, path);
      assert.deepEqual(nodes, query(document, path), `${path} in ${JSON.stringify(document)}`);
      if (nodes.length > 0) found += 1;
    }
    assert.ok(found > 5000, `Only ${found} paths found something.`);
  });
});

function isDeepEqual(one: unknown, other: unknown): boolean {
  try {
    assert.deepEqual(one, other);
    return true;
  } catch {
    return false;
  }
}
