import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { faultsOf, linesOf, scoreOf, survivorsOf, type Guard, type Mutant } from './judge.mjs';

const FILE = 'src/otp/door.ts';
const SOURCE = ['function open(key: Key) {', '  if (key.fits)', '    return door;', '}'].join('\n');
const CONDITION = { start: { line: 2, column: 7 }, end: { line: 2, column: 15 } };
const BODY = { start: { line: 1, column: 25 }, end: { line: 4, column: 2 } };

const mutant = (status: string, replacement = 'true', location = CONDITION): Mutant => ({
  status,
  replacement,
  location,
});
const reportOf = (...mutants: readonly Mutant[]) => ({
  files: { [FILE]: { source: SOURCE, mutants } },
});
const guard: Guard = { name: 'the key', file: FILE, from: 'if (key', keepsOut: 'strangers' };
const several = (count: number, status: string) =>
  Array.from({ length: count }, () => mutant(status));

describe('The score of a report', () => {
  it('counts a mutant that was killed, also one that did not end in time', () => {
    const report = reportOf(
      ...['Killed', 'Timeout', 'Survived', 'NoCoverage'].map((it) => mutant(it)),
    );
    assert.deepEqual(scoreOf(report), { killed: 2, mutants: 4 });
  });

  it('leaves out a mutant that could not be run, or was ignored', () => {
    const statuses = ['Killed', 'Ignored', 'CompileError', 'RuntimeError', 'Pending'];
    assert.deepEqual(scoreOf(reportOf(...statuses.map((it) => mutant(it)))), {
      killed: 1,
      mutants: 1,
    });
  });
});

describe('A survivor', () => {
  it('is described by its place, its code, and the code in its place', () => {
    const report = reportOf(mutant('Killed'), mutant('Survived'), mutant('NoCoverage', '{}', BODY));
    assert.deepEqual(survivorsOf(report), [
      `${FILE}:2 key.fits → true`,
      `${FILE}:1 { if (key.fits) return door; } → {}`,
    ]);
  });
});

describe('A folder', () => {
  it('is good with 85 % of the mutants killed, and not with fewer', () => {
    const good = reportOf(...several(85, 'Killed'), ...several(15, 'Survived'));
    assert.deepEqual(faultsOf('otp', good, []), []);
    const bad = reportOf(...several(84, 'Killed'), ...several(16, 'Survived'));
    assert.deepEqual(faultsOf('otp', bad, []), [
      'src/otp: fewer than 85 % of the mutants are killed.',
    ]);
  });
});

describe('A guard', () => {
  const judge = (given: Partial<Guard>, ...mutants: readonly Mutant[]) =>
    faultsOf('otp', reportOf(...several(100, 'Killed'), ...mutants), [{ ...guard, ...given }]);

  it('is good if every mutant in its lines is killed, whatever is around it', () => {
    assert.deepEqual(judge({}, mutant('Killed'), mutant('Survived', '{}', BODY)), []);
    assert.deepEqual(judge({}, mutant('Killed'), mutant('Ignored')), []);
  });

  it('is not good if one survives, or no test runs it', () => {
    for (const status of ['Survived', 'NoCoverage']) {
      assert.deepEqual(judge({}, mutant('Killed'), mutant(status, 'false')), [
        `The guard "the key" keeps out strangers, but no test notices ${FILE}:2 key.fits → false`,
      ]);
    }
  });

  it('may have a change that changes nothing, as long as that is not noticed', () => {
    const equal = { 'key.fits → !!key.fits': 'It is a boolean already.' };
    assert.deepEqual(judge({ equal }, mutant('Survived', '!!key.fits')), []);
    assert.deepEqual(judge({ equal }, mutant('Killed', '!!key.fits')), [
      'The guard "the key" names an equal change that is noticed: key.fits → !!key.fits',
    ]);
  });

  it('is not good if it is not in its file, or cannot be changed', () => {
    assert.deepEqual(judge({ from: 'if (password' }), [
      'The guard "the key" is not in src/otp/door.ts.',
    ]);
    assert.deepEqual(judge({ file: 'src/otp/window.ts' }), [
      'The guard "the key" is not in src/otp/window.ts.',
    ]);
    assert.deepEqual(judge({ from: 'return door;' }), ['The guard "the key" has no mutants.']);
  });

  it('may have several lines, the last of which is the next one with its text', () => {
    assert.deepEqual(linesOf(SOURCE, guard), { first: 2, last: 2 });
    assert.deepEqual(linesOf(SOURCE, { ...guard, from: 'function open', to: 'return' }), {
      first: 1,
      last: 3,
    });
    assert.equal(linesOf(SOURCE, { ...guard, to: 'function open' }), undefined);
  });
});
