import { MfaError } from '../../src/backend/mfa-error.js';
import { errorMessage } from '../../src/localization/error-message.js';
import { parseOtpauthUri } from '../../src/otp/otpauth-uri.js';
import {
  AuthenticatorsHarness,
  ChallengeHarness,
  EnrollmentHarness,
  RecoveryCodeListHarness,
} from '../../src/testing/index.js';
import { message, type MessageId } from '../support/message.js';
import { visibleElements, text } from '../support/page.js';
import type { Outcome, RecordedStep } from './recording.js';
import type { WalkPage } from './walk-page.js';
import type { WalkRecord } from './walk-record.js';

/** The name that is shown for an app without one. */
const UNNAMED = message('authenticators.unnamed');

const SIGNED_IN = message('challenge.verified.heading');

/** The messages that give a number of recovery codes without a digit. */
const NUMBERS_IN_WORDS: readonly (readonly MessageId[])[] = [
  ['recovery-codes.none', 'recovery-codes.left.zero', 'challenge.few-recovery-codes.none'],
  ['challenge.few-recovery-codes.one'],
];

/** An outcome of one kind. */
type With<Key extends string> = Extract<Outcome, Readonly<Record<Key, unknown>>>;

/** What a page is read for, beside the screen. */
export interface Looked {
  readonly page: WalkPage;
  readonly record: WalkRecord;
  /** What could be read before the act. */
  readonly before: string;
}

/**
 * What of an outcome is not on the screen.
 *
 * @returns A sentence; nothing when all is there.
 */
export function findMissing({ then }: RecordedStep, looked: Looked): string | undefined {
  if (looked.page.harness.isBusy && !isLeaving(then)) return 'The tag is busy.';
  if (typeof then === 'string') return findMissingScreen(then, looked);
  if ('error' in then) return findMissingError(then, looked);
  if ('qrCode' in then) return findMissingQrCode(then, looked);
  if ('linked' in then) return findMissingLink(then, looked);
  if ('recoveryCodes' in then) return findMissingCodes(then.recoveryCodes, looked);
  if ('recoveryCodesLeft' in then) return findMissingNumber(then, looked);
  if ('listed' in then) return findMissingRows(then, looked);
  return findMissingDeparture(then, looked);
}

const isLeaving = (outcome: Outcome): boolean =>
  typeof outcome === 'object' && 'leavesFor' in outcome;

const unless = (holds: boolean | undefined, complaint: string): string | undefined =>
  holds ? undefined : complaint;

const same = (one: unknown, other: unknown): boolean =>
  JSON.stringify(one) === JSON.stringify(other);

/** The painted field in which a person proves once more who is there. */
const proofField = ({ tag }: WalkPage): HTMLInputElement | undefined =>
  visibleElements(tag).find(
    (element): element is HTMLInputElement =>
      element instanceof HTMLInputElement && element.form?.slot === 'proof-form',
  );

function findMissingScreen(
  outcome: Extract<Outcome, string>,
  { page }: Looked,
): string | undefined {
  const { harness, heard } = page;
  switch (outcome) {
    case 'code asked':
      return unless(
        page.find(ChallengeHarness)?.offers('submit') && !harness.message,
        'No code is asked.',
      );
    case 'password asked':
      return unless(proofField(page)?.type === 'password', 'No password is asked.');
    case 'proof code asked':
      return unless(proofField(page)?.autocomplete === 'one-time-code', 'No code is asked.');
    case 'verified':
      return unless(
        harness.heading === SIGNED_IN && !harness.offers('continue'),
        'Nobody is signed in.',
      );
    case 'canceled':
      return unless(
        heard.last('mfa-enrollment-closed')?.detail.linked === false,
        'Linking was not called off.',
      );
  }
}

/** Which error it is, by the event or by its sentence; and that something new is said about it. */
function findMissingError(
  { error, operation, retryAfter }: With<'error'>,
  { page, record, before }: Looked,
): string | undefined {
  const { harness, heard } = page;
  const raised = heard.last('mfa-error')?.detail;
  // A state that a good answer told is no request that failed.
  const isSaid = !raised && harness.text.includes(errorMessage(new MfaError(error, '')));
  if (!isSaid && raised?.kind !== error) return `The error is ${raised?.kind ?? 'none'}.`;
  if (operation && raised?.operation !== operation)
    return `It was ${raised?.operation} that failed.`;
  const waits = record.last?.error?.facts.retryAfter;
  if (retryAfter !== undefined && waits !== retryAfter) return `The wait is ${waits ?? 'none'}.`;
  return unless(
    harness.message !== '' || (harness.heading !== '' && !before.includes(harness.heading)),
    'Nothing is said about it.',
  );
}

function findMissingQrCode({ qrCode }: With<'qrCode'>, { page }: Looked): string | undefined {
  const enrollment = page.find(EnrollmentHarness);
  if (!enrollment?.key) return 'No QR code is made.';
  const drawn = enrollment.qrCode;
  if (!drawn.isDrawn) return 'The QR code is not drawn.';
  const { secret } = parseOtpauthUri(drawn.element.value);
  return unless(
    secret === qrCode.secret && enrollment.key === qrCode.secret,
    `The QR code is of ${secret}, the key is ${enrollment.key}.`,
  );
}

function findMissingLink({ linked }: With<'linked'>, looked: Looked): string | undefined {
  return looked.page.heard.last('mfa-enrolled')
    ? findMissingCodes(linked.recoveryCodes ?? [], looked)
    : 'No app was linked.';
}

function findMissingCodes(codes: readonly string[], { page }: Looked): string | undefined {
  const shown = page.find(RecoveryCodeListHarness)?.codes ?? [];
  return unless(same(shown, codes), `The recovery codes are: ${shown.join(', ') || 'none'}.`);
}

/** On the screen, or told to the page where there are too many to speak of. */
function findMissingNumber(
  { recoveryCodesLeft: left }: With<'recoveryCodesLeft'>,
  { page }: Looked,
): string | undefined {
  if (page.heard.last('mfa-verified')?.detail.result.recoveryCodesLeft === left) return undefined;
  const said = visibleElements(page.tag)
    .filter((element) => element.matches('[part~=left], [part~=few-recovery-codes]'))
    .map(text)
    .join();
  const isTold =
    (NUMBERS_IN_WORDS[left] ?? []).some((id) => said.includes(message(id))) ||
    (left > 0 && new RegExp(`\\b${left}\\b`).test(said));
  return unless(isTold, `What is left is told as "${said}".`);
}

function findMissingRows({ listed }: With<'listed'>, { page }: Looked): string | undefined {
  const list = page.find(AuthenticatorsHarness);
  const isListed = visibleElements(page.tag).some((element) =>
    element.matches('[data-row], .empty'),
  );
  // In the editor of a name, and in a dialog, the list is not what the person is at.
  if (!list || !isListed || list.offers('cancel')) return 'There is no list.';
  const names = listed.map((name) => name || UNNAMED);
  return unless(same(list.names, names), `The list has: ${list.names.join(', ') || 'nothing'}.`);
}

function findMissingDeparture(
  { leavesFor, fields }: With<'leavesFor'>,
  { page }: Looked,
): string | undefined {
  const { last } = page.departures;
  if (!last) return 'The page is not left.';
  const url = new URL(leavesFor, document.baseURI).href;
  if (last.url !== url) return `The page is left for ${last.url}.`;
  return unless(same(last.fields, fields), `The form has: ${JSON.stringify(last.fields)}.`);
}
