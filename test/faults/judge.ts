import { message, messagePattern } from '../support/message.js';
import type { Cell } from './cells.js';
import type { Expected } from './expected.js';
import type { Announcement, PlayedCell } from './observed.js';
import { placeOf } from './places.js';
import { hasSentence, isSentence, tellingOf, type Sentence, type Telling } from './told.js';
import { untruth, type ServerRecord } from './truth.js';

const quote = (texts: readonly (string | undefined)[]): string =>
  texts.length > 0 ? texts.map((text) => `"${text}"`).join(', ') : 'nothing';

const show = (sentence: Sentence): string => String(sentence);

/** How often a sentence is announced. */
const timesHeard = (announcements: readonly Announcement[], sentence: Sentence): number =>
  announcements.filter(({ text }) => hasSentence(text, sentence)).length;

/** What is announced while something is awaited. */
const MEANWHILE: readonly Sentence[] = [
  message('button.busy'),
  message('login.checking'),
  message('enrollment.starting'),
  message('enrollment.expiry.near'),
  message('authenticators.loading'),
  message('authenticators.checking'),
  message('recovery-codes.loading'),
];

/** What is wrong with what a person reads and hears. */
function* complaintsOfTelling(
  telling: Telling,
  { text: whole, messages, headings, announcements }: PlayedCell['observed'],
): Generator<string> {
  const { heading, announced, lead = '' } = telling;
  if (!whole.includes(lead)) yield `It should say "${lead}".`;
  if (heading !== undefined && !headings.includes(heading)) {
    yield `The heading should be "${heading}", and is ${quote(headings)}.`;
  }
  for (const expected of telling.messages) {
    if (!messages.some((text) => isSentence(text, expected))) {
      yield `It should say "${show(expected)}", and says ${quote(messages)}.`;
    }
  }
  for (const text of messages) {
    if (!telling.messages.some((expected) => isSentence(text, expected))) {
      yield `It says "${text}", which it should not.`;
    }
  }
  // Several messages may be announced as one.
  const sayable = [
    ...telling.messages,
    ...MEANWHILE,
    ...(announced === undefined ? [] : [announced]),
  ];
  for (const { by, text } of announcements) {
    if (by === 'region' && !sayable.some((one) => isSentence(text, one))) {
      yield `"${text}" is announced, which it should not.`;
    }
  }
  const times = announced === undefined ? 1 : timesHeard(announcements, announced);
  if (times !== 1) {
    const all = announcements.map(({ by, text }) => `${by}: ${text}`);
    yield `"${show(announced ?? '')}" is announced ${times} times: ${quote(all)}.`;
  }
}

/** What must not show if it is unknown whether the old recovery codes work. */
const OLD_NUMBERS = messagePattern('recovery-codes.left.of-total');

function* complaintsOfCodes({ text, primary }: PlayedCell['observed']): Generator<string> {
  if (OLD_NUMBERS.test(text)) yield 'It shows the numbers of codes that may not work.';
  if (!primary.includes(message('recovery-codes.replace'))) {
    yield 'The button for new codes is not the primary one.';
  }
}

/** What is wrong with what was kept and what was wiped, and where the focus is. */
function* complaintsOfPage(
  expected: Expected,
  { focus, field, hasQr, strayedSecrets, logged }: PlayedCell['observed'],
): Generator<string> {
  if (focus !== expected.focus)
    yield `The focus should be on ${expected.focus}, and is on ${focus}.`;
  if (field !== expected.field) {
    yield `The field should hold ${quote([expected.field])}, and holds ${quote([field])}.`;
  }
  if (hasQr !== expected.hasQr)
    yield hasQr ? 'The QR code is still there.' : 'The QR code is gone.';
  if (strayedSecrets.length > 0) yield `Left in the page: ${quote(strayedSecrets)}.`;
  if (logged.length > 0) yield `Logged: ${quote(logged)}.`;
}

/** What is wrong with the way on. */
function* complaintsOfWay(
  { told }: Expected,
  { end, acts, sentInWait }: PlayedCell['wentOn'],
  { isDone, account }: ServerRecord,
): Generator<string> {
  const hasToSignIn =
    told.startsWith('ended:') ||
    told === 'not-done:already-linked' ||
    told === 'not-done:step-up-required';
  // Who is in already, or out, cannot do it again.
  const maySignIn = hasToSignIn || isDone || account.session === 'over';
  const isRight = end === 'goal' ? true : end === 'sign-in' && maySignIn;
  if (!isRight) yield `It led to "${end}", by: ${quote(acts)}.`;
  if (sentInWait > 0) yield `${sentInWait} requests were sent during the wait.`;
}

/** Compares a played cell with what was expected, and with what the server knows. */
export function judge(
  cell: Cell,
  expected: Expected,
  { observed, wentOn }: PlayedCell,
  record: ServerRecord,
): string[] {
  const { operation } = placeOf(cell.place);
  const telling = tellingOf(expected.told, cell.place, expected);
  const isAtOpening = placeOf(cell.place).acts.length === 0 && expected.where === 'proof';
  const requests = record.requests.join(' ');
  const wanted = expected.requests.join(' ');
  const lie = untruth(operation, expected.told, record);
  return [
    ...complaintsOfTelling(isAtOpening ? { ...telling, announced: undefined } : telling, observed),
    ...complaintsOfPage(expected, observed),
    ...(expected.told === 'unknown' && operation === 'generateRecoveryCodes'
      ? complaintsOfCodes(observed)
      : []),
    ...(requests === wanted ? [] : [`The requests should be ${wanted}, and are ${requests}.`]),
    ...complaintsOfWay(expected, wentOn, record),
    ...(lie === undefined ? [] : [lie]),
  ];
}
