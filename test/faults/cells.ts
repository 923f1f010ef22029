import type { MfaOperation } from '../../src/backend/backend.js';
import { OPERATIONS } from '../../src/backend/operations.js';
import { FAULTS } from './fault-list.js';
import { saidHere } from './engine.js';
import type { Moment } from './fault-server.js';
import type { Fault, Said } from './fault.js';
import { PLACE_NAMES, placeOf, type PlaceName } from './places.js';

/** One cell of the matrix: an operation where a person meets it, and how the server answers it. */
export interface Cell {
  readonly place: PlaceName;
  /** The name of the fault. */
  readonly fault: string;
  readonly moment: Moment;
  /** The session ends with the answer. */
  readonly endsSession?: true;
  /** The name of the fault of every request after it. */
  readonly afterwards?: string;
}

export function faultOf(name: string): Fault {
  const fault = FAULTS[name];
  if (!fault) throw new Error(`There is no fault "${name}".`);
  return { ...fault, said: saidHere(name, fault.said) };
}

/** The name of a cell, as a failure tells it. */
export const nameOf = ({ place, fault, moment, endsSession, afterwards }: Cell): string =>
  [
    `${place} × ${fault}`,
    moment === 'after' ? 'done before it' : 'not done',
    ...(endsSession ? ['the session ends'] : []),
    ...(afterwards === undefined ? [] : [`then ${afterwards}`]),
  ].join(', ');

const FAULT_NAMES = Object.keys(FAULTS);

/** What a server says only if it did nothing: the contract, and HTTP (a client error). */
const SAYS_NOTHING_DONE: readonly Said[] = ['refused', 'no-such'];

/** The operations that the contract answers with 204, so that this is no fault. */
const WITHOUT_RESULT: readonly MfaOperation[] = [
  'cancelEnrollment',
  'verify',
  'verifyRecoveryCode',
  'unlinkAuthenticator',
  'stepUp',
];

const isFault = (operation: MfaOperation, fault: string): boolean =>
  fault !== '204' || !WITHOUT_RESULT.includes(operation);

/**
 * The places with every fault: each change, and a request of each other kind. The others get one fault of each
 * sort, because they take the same way.
 */
const WITH_EVERY_FAULT: readonly PlaceName[] = [
  'verify in mfa-challenge',
  'startEnrollment in mfa-enrollment',
  'confirmEnrollment in mfa-login',
  'listAuthenticators in mfa-authenticators',
  'renameAuthenticator in mfa-authenticators',
  'unlinkAuthenticator in mfa-authenticators',
  'generateRecoveryCodes in mfa-recovery-codes',
];

const sortOf = (name: string): string => {
  const { said, kind, wait } = faultOf(name);
  return JSON.stringify([said, kind, wait]);
};

/** The first fault of each sort, and those whose status means something of its own. */
const ONE_OF_EACH_SORT = FAULT_NAMES.filter(
  (name, at) =>
    FAULT_NAMES.findIndex((other) => sortOf(other) === sortOf(name)) === at ||
    ['404-json', '410-empty', '428-empty', '200-login-html', '503-html'].includes(name),
);

/** Whether it matters for the person if the server did it. */
const changes = (place: PlaceName): boolean =>
  OPERATIONS[placeOf(place).operation].changes === 'always';

/** Both moments with one fault of each sort; with the others, one of them in turn. */
function momentsOf(place: PlaceName, fault: string): readonly Moment[] {
  if (SAYS_NOTHING_DONE.includes(faultOf(fault).said)) return ['before'];
  if (changes(place)) {
    if (ONE_OF_EACH_SORT.includes(fault)) return ['before', 'after'];
    return FAULT_NAMES.indexOf(fault) % 2 === 0 ? ['before'] : ['after'];
  }
  return OPERATIONS[placeOf(place).operation].changes === 'maybe' ? ['after'] : ['before'];
}

const plainCells = (place: PlaceName): Cell[] =>
  (WITH_EVERY_FAULT.includes(place) ? FAULT_NAMES : ONE_OF_EACH_SORT)
    .filter((fault) => isFault(placeOf(place).operation, fault))
    .flatMap((fault) => momentsOf(place, fault).map((moment) => ({ place, fault, moment })));

/** Faults after which a change is looked up, each with another cause. */
const LOOKED_UP = ['502', '200-empty-object', '302'];
/** How the look-up fails. */
const LOOK_UP_FAILS = ['502', '401-empty'];

/** A change whose look-up fails too, or is answered by a session that is over. */
const cellsOfLookUps = (place: PlaceName): Cell[] =>
  placeOf(place).lookUp.length === 0
    ? []
    : LOOKED_UP.flatMap((fault) =>
        (['before', 'after'] as const).flatMap((moment): Cell[] => [
          ...LOOK_UP_FAILS.map((afterwards) => ({ place, fault, moment, afterwards })),
          { place, fault, moment, endsSession: true },
        ]),
      );

/** Faults that say that the session is over, of a server on which it is. */
const cellsOfEnds = (place: PlaceName): Cell[] =>
  ['401-empty', '403-json', '419-html', '302'].map((fault) => ({
    place,
    fault,
    moment: 'before',
    endsSession: true,
  }));

/** Every cell of the matrix. */
export const CELLS: readonly Cell[] = PLACE_NAMES.flatMap((place) => {
  const cells = [...plainCells(place), ...cellsOfLookUps(place), ...cellsOfEnds(place)];
  const names = cells.map(nameOf);
  return cells.filter((cell, at) => names.indexOf(nameOf(cell)) === at);
});
