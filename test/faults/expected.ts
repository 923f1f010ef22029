import type { MfaOperation } from '../../src/backend/backend.js';
import type { MfaErrorKind } from '../../src/backend/mfa-error.js';
import { OPERATIONS } from '../../src/backend/operations.js';
import { causeOf, leavesOpen } from './cause.js';
import { faultOf, type Cell } from './cells.js';
import { placeOf } from './places.js';
import type { Circumstances, Told, WaitKind, Where } from './told.js';
import { TYPED } from './typed.js';

/** What has to come of a cell. */
export interface Expected extends Circumstances {
  readonly told: Told;
  /** Every request until then, in order. */
  readonly requests: readonly MfaOperation[];
  /** What has the focus. */
  readonly focus: string;
  /** What is in the field; absent if there is none. */
  readonly field: string | undefined;
  /** Whether the QR code shows. */
  readonly hasQr: boolean;
}

/** What is told, where, and the requests after the one that failed. */
interface Course extends Circumstances {
  readonly told: Told;
  readonly more?: readonly MfaOperation[];
}

const isEnd = (kind: MfaErrorKind): kind is 'signed-out' | 'login-expired' =>
  kind === 'signed-out' || kind === 'login-expired';

const ended = (kind: 'signed-out' | 'login-expired', more: Course['more'] = []): Course => ({
  told: `ended:${kind}`,
  where: 'step',
  more,
});

const WAIT_KINDS: readonly MfaErrorKind[] = ['rate-limited', 'locked', 'unavailable'];
const isWaitKind = (kind: MfaErrorKind): kind is WaitKind => WAIT_KINDS.includes(kind);

/** It failed for this reason: with a countdown, if the server asks to wait and the button is there. */
function failed(
  kind: MfaErrorKind,
  where: Where,
  { fault }: Cell,
  more: Course['more'] = [],
): Course {
  const { wait, attemptsLeft } = faultOf(fault);
  if (isWaitKind(kind) && (wait ?? 0) > 0 && where !== 'list') {
    return { told: `wait:${kind}`, where, wait, more };
  }
  return { told: `not-done:${kind}`, where, wait, attemptsLeft, more };
}

/** What a server says of a code whose enrollment is gone: also because an earlier code has linked the app. */
const ENDS_LINKING: readonly MfaErrorKind[] = ['not-found', 'enrollment-expired', 'already-linked'];

/** It is looked up, and no app was linked. */
function afterEndOfLinking(cell: Cell, kind: MfaErrorKind): Course {
  const { element, lookUp } = placeOf(cell.place);
  const isLinked = kind === 'already-linked';
  if (element === 'mfa-authenticators') {
    return failed(isLinked ? 'limit-reached' : 'enrollment-expired', 'list', cell, lookUp);
  }
  if (element === 'mfa-login') {
    return isLinked
      ? { told: 'again', where: 'step', more: [...lookUp, 'startEnrollment'] }
      : { told: 'expired', where: 'step', more: lookUp };
  }
  // Nothing can go on by itself, so nothing is looked up.
  return isLinked ? failed(kind, 'step', cell) : { told: 'expired', where: 'step' };
}

/** The server has said in a known way that nothing was done, or nothing can be done twice. */
function afterRefusal(cell: Cell): Course {
  const { operation, element, failsAt } = placeOf(cell.place);
  const kind = causeOf(cell.fault, operation);
  const { signsIn, id, changes } = OPERATIONS[operation];
  const isList = operation === 'recoveryCodesStatus';

  if (isEnd(kind)) return ended(kind);
  // No app is linked any more: a new sign-in shows what is due.
  if (signsIn && kind === 'not-found') return ended('login-expired');
  if (kind === 'step-up-required' && changes !== 'never' && !signsIn && operation !== 'stepUp') {
    return { told: 'proof', where: 'proof' };
  }
  // A server that does not count the codes is no failure.
  if (isList && kind === 'not-found') return { told: 'left-out', where: 'list' };

  if (failsAt === 'notice' && kind === 'enrollment-expired') {
    return { told: 'expired', where: 'step' };
  }
  if (
    operation === 'startEnrollment' &&
    failsAt === 'step' &&
    ['already-linked', 'limit-reached'].includes(kind)
  ) {
    if (element === 'mfa-authenticators') return failed('limit-reached', 'list', cell);
    // At sign-in an app may be linked meanwhile: the server says which step is due, once.
    if (element === 'mfa-login' && kind === 'already-linked') {
      return failed(kind, 'step', cell, ['status', 'startEnrollment']);
    }
  }
  if (operation === 'confirmEnrollment' && ENDS_LINKING.includes(kind)) {
    return afterEndOfLinking(cell, kind);
  }
  // The app is said to be gone, and the list still has it (C59).
  if (id === 'authenticatorId' && kind === 'not-found') {
    return failed('unexpected', failsAt === 'field' ? 'field' : 'list', cell, [
      'listAuthenticators',
    ]);
  }
  return failed(kind, failsAt === 'nowhere' ? 'end' : failsAt, cell);
}

/** The cause of a change that was not made, as the server has said since: so it can be reached. */
const causeOfNotDone = ({ place, fault }: Cell): MfaErrorKind => {
  const kind = causeOf(fault, placeOf(place).operation);
  return kind === 'unavailable' && (faultOf(fault).wait ?? null) === null ? 'unexpected' : kind;
};

/** The look-up fails too: nothing is told as a fact, except that the sign-in is over. */
function afterFailedLookUp(cell: Cell, afterwards: string): Course {
  const { operation, lookUp, failsAt, element } = placeOf(cell.place);
  const [first = 'status'] = lookUp;
  const kinds = [causeOf(cell.fault, operation), causeOf(afterwards, first)];
  const makesCodes = operation === 'generateRecoveryCodes';
  if (kinds.some(isEnd)) {
    const kind = OPERATIONS[operation].signsIn ? 'login-expired' : 'signed-out';
    return { ...ended(kind, [first]), ...(makesCodes && { hasUnknownCodes: true }) };
  }
  if (makesCodes) return { told: 'unknown', where: 'list', more: [first] };
  const isAtField = failsAt === 'field' && OPERATIONS[operation].signsIn === true;
  const more = element === 'mfa-authenticators' ? lookUp : [first];
  return { told: 'unknown', where: isAtField ? 'field' : 'step', more };
}

/** It was unknown whether a change was made, and it was looked up. */
function afterLookUp(cell: Cell): Course {
  const { operation, element, lookUp } = placeOf(cell.place);
  const [first = 'status'] = lookUp;
  const { signsIn } = OPERATIONS[operation];
  if (cell.afterwards !== undefined) return afterFailedLookUp(cell, cell.afterwards);
  if (cell.endsSession) {
    const hasUnknownCodes = operation === 'generateRecoveryCodes';
    return { ...ended(signsIn ? 'login-expired' : 'signed-out', [first]), hasUnknownCodes };
  }
  // Nobody has seen the new codes.
  if (operation === 'generateRecoveryCodes')
    return { told: 'unknown', where: 'list', more: lookUp };
  // The status may be about another app.
  if (operation === 'confirmEnrollment' && element === 'mfa-enrollment') {
    return { told: 'unknown', where: 'step', more: lookUp };
  }
  if (cell.moment === 'after') {
    const where = element === 'mfa-authenticators' ? 'list' : 'end';
    return { told: 'found-done', where, more: lookUp };
  }
  const cause = causeOfNotDone(cell);
  if (isEnd(cause)) return ended(cause, lookUp);
  const isInList = operation === 'unlinkAuthenticator' || cell.place === LINKING_ANOTHER;
  return failed(cause, isInList ? 'list' : 'field', cell, lookUp);
}

const LINKING_ANOTHER = 'confirmEnrollment in mfa-authenticators';

function courseOf(cell: Cell): Course {
  const { operation } = placeOf(cell.place);
  // An enrollment that is not canceled expires.
  if (operation === 'cancelEnrollment') return { told: 'done', where: 'end' };
  const isOpen = OPERATIONS[operation].changes === 'always' && leavesOpen(cell.fault);
  return isOpen ? afterLookUp(cell) : afterRefusal(cell);
}

/** The button of the list from which the act began, or another thing that the list focuses. */
function focusInList(operation: MfaOperation): string {
  switch (operation) {
    case 'unlinkAuthenticator':
      return 'unlink';
    case 'renameAuthenticator':
      return 'rename';
    case 'generateRecoveryCodes':
      return 'heading';
    case 'recoveryCodesStatus':
      return 'nothing';
    // The button that began it, while the list was looked up.
    default:
      return 'link';
  }
}

function focusOf(cell: Cell, { told, where }: Course): string {
  const { operation, acts } = placeOf(cell.place);
  const hasActed = acts.length > 0;
  switch (where) {
    // During a wait the button keeps the focus: to move it would interrupt the announcement.
    case 'field':
      return told.startsWith('wait:') ? 'submit' : 'field';
    case 'dialog':
      return 'submit';
    case 'proof':
      return hasActed ? 'field' : 'nothing';
    case 'list':
      return focusInList(operation);
    case 'notice':
      return 'extend';
    // Opening a page does not move the focus.
    default:
      return hasActed ? 'heading' : 'nothing';
  }
}

/** The proofs that were refused are cleared; everything else that was typed stays. */
const CLEARED: readonly Told[] = [
  'not-done:invalid-code',
  'not-done:code-reused',
  'not-done:invalid-password',
];

function fieldOf({ place }: Cell, { told, where }: Course): string | undefined {
  const { operation } = placeOf(place);
  if (where === 'proof' || where === 'notice' || told === 'again') return '';
  if (where !== 'field') return undefined;
  if (operation === 'renameAuthenticator') return TYPED.name;
  if (CLEARED.includes(told)) return '';
  if (operation === 'stepUp') return TYPED.password;
  return operation === 'verifyRecoveryCode' ? TYPED.recoveryCodes[0] : TYPED.codes[0];
}

/** The rules: what a person must be told of a cell, and what must come of it. */
export function expectedOf(cell: Cell): Expected {
  const { operation, before } = placeOf(cell.place);
  const course = courseOf(cell);
  const { told, where, more = [] } = course;
  return {
    ...course,
    requests: [...before, operation, ...more],
    focus: focusOf(cell, course),
    field: fieldOf(cell, course),
    hasQr:
      where === 'notice' ||
      (operation === 'confirmEnrollment' && (where === 'field' || told === 'again')),
  };
}
