import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { message } from '../support/message.js';
import { newAccount } from './account.js';
import { CELLS, faultOf, nameOf, type Cell } from './cells.js';
import { expectedOf } from './expected.js';
import { judge } from './judge.js';
import type { Observed, PlayedCell } from './observed.js';
import { tellingOf } from './told.js';
import type { ServerRecord } from './truth.js';
import { TYPED } from './typed.js';

const CELL: Cell = { place: 'verify in mfa-challenge', fault: '502', moment: 'before' };
const SENTENCE = message('error.unexpected');

const OBSERVED: Observed = {
  text: SENTENCE,
  headings: [message('challenge.code.heading')],
  messages: [SENTENCE],
  focus: 'field',
  field: TYPED.codes[0],
  hasQr: false,
  strayedSecrets: [],
  isWaiting: false,
  controls: [],
  primary: [],
  announcements: [{ by: 'focus', text: `${message('code.label', 6)} ${SENTENCE}` }],
  logged: [],
};
const PLAYED: PlayedCell = {
  observed: OBSERVED,
  wentOn: { end: 'goal', acts: ['types codes'], sentInWait: 0 },
};
const RECORD: ServerRecord = {
  isDone: false,
  account: newAccount({ session: 'half' }),
  requests: ['verify', 'status'],
};

const complaints = (changes: Partial<Observed>, record: Partial<ServerRecord> = {}): string[] =>
  judge(
    CELL,
    expectedOf(CELL),
    { ...PLAYED, observed: { ...OBSERVED, ...changes } },
    { ...RECORD, ...record },
  );

describe('The judge of a cell', () => {
  it('has nothing to say of a cell that is as it should be', () => {
    assert.deepEqual(complaints({}), []);
  });

  for (const [what, changes] of [
    ['another sentence', { messages: [message('error.timeout')] }],
    ['a sentence more', { messages: [SENTENCE, message('error.timeout')] }],
    ['silence', { announcements: [] }],
    ['what is announced twice', { announcements: Array(2).fill(OBSERVED.announcements[0]) }],
    [
      'what is announced and taken back',
      {
        announcements: [{ by: 'region', text: 'Gelukt' }, ...OBSERVED.announcements],
      },
    ],
    ['a focus that is lost', { focus: 'nothing' }],
    ['a code that is gone', { field: '' }],
    ['a code that is left elsewhere', { strayedSecrets: [TYPED.codes[0]] }],
    ['a QR code that stays', { hasQr: true }],
    ['a line in the console', { logged: ['error: Oeps'] }],
  ] as const) {
    it(`notices ${what}`, () => {
      assert.equal(complaints(changes).length > 0, true);
    });
  }

  it('notices a request that was sent twice, and one that was not sent', () => {
    for (const requests of [['verify', 'verify', 'status'], ['verify']] as const) {
      assert.equal(complaints({}, { requests }).length, 1);
    }
  });

  it('notices that what was done is told as not done', () => {
    assert.deepEqual(complaints({}, { isDone: true }), [
      'It is told as not done, and the server has done it.',
    ]);
  });

  it('notices a way that leads nowhere, and a press that sent a request during the wait', () => {
    for (const wentOn of [
      { end: 'stuck', acts: [], sentInWait: 0 },
      { end: 'sign-in', acts: [], sentInWait: 0 },
      { end: 'goal', acts: ['waits'], sentInWait: 1 },
    ] as const) {
      assert.equal(judge(CELL, expectedOf(CELL), { ...PLAYED, wentOn }, RECORD).length, 1);
    }
  });
});

describe('The rules of the matrix', () => {
  it('apply to every cell, and have words for it', () => {
    for (const cell of CELLS) {
      const expected = expectedOf(cell);
      tellingOf(expected.told, cell.place, expected);
    }
  });

  it('tell no change as a fact that could not be looked up', () => {
    const blind = CELLS.filter(
      ({ fault, afterwards }) => afterwards !== undefined && faultOf(fault).said !== 'refused',
    );
    assert.equal(blind.length > 0, true);
    for (const cell of blind) {
      assert.match(expectedOf(cell).told, /^(unknown|ended:.*)$/, nameOf(cell));
    }
  });
});
