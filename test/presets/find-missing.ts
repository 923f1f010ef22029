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

/** The facts that an outcome is compared with, besides the screen. */
export interface Observed {
  readonly page: WalkPage;
  readonly record: WalkRecord;
  /** The visible text before the action. */
  readonly before: string;
}

/**
 * Finds the part of an outcome that does not show.
 *
 * @returns A sentence, or `undefined` if everything shows.
 */
export function findMissing({ then }: RecordedStep, observed: Observed): string | undefined {
  if (observed.page.harness.isBusy && !isNavigation(then)) return 'The element is busy.';
  if (typeof then === 'string') return findMissingScreen(then, observed);
  if ('error' in then) return findMissingError(then, observed);
  if ('qrCode' in then) return findMissingQrCode(then, observed);
  if ('linked' in then) return findMissingLink(then, observed);
  if ('recoveryCodes' in then) return findMissingCodes(then.recoveryCodes, observed);
  if ('recoveryCodesLeft' in then) return findMissingNumber(then, observed);
  if ('listed' in then) return findMissingRows(then, observed);
  return findMissingNavigation(then, observed);
}

const isNavigation = (outcome: Outcome): boolean =>
  typeof outcome === 'object' && 'leavesFor' in outcome;

const unless = (holds: boolean | undefined, complaint: string): string | undefined =>
  holds ? undefined : complaint;

const same = (one: unknown, other: unknown): boolean =>
  JSON.stringify(one) === JSON.stringify(other);

/** The visible field of the step-up, for the password or a code. */
const proofField = ({ tag }: WalkPage): HTMLInputElement | undefined =>
  visibleElements(tag).find(
    (element): element is HTMLInputElement =>
      element instanceof HTMLInputElement && element.form?.slot === 'proof-form',
  );

function findMissingScreen(
  outcome: Extract<Outcome, string>,
  { page }: Observed,
): string | undefined {
  const { harness, events } = page;
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
        events.last('mfa-enrollment-closed')?.detail.linked === false,
        'Linking was not canceled.',
      );
  }
}

/** The error is the one of the event or of the message that shows, and something new shows because of it. */
function findMissingError(
  { error, operation, retryAfter }: With<'error'>,
  { page, record, before }: Observed,
): string | undefined {
  const { harness, events } = page;
  const raised = events.last('mfa-error')?.detail;
  // A state in a successful response is not a failed request: it has no event.
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

function findMissingQrCode({ qrCode }: With<'qrCode'>, { page }: Observed): string | undefined {
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

function findMissingLink({ linked }: With<'linked'>, observed: Observed): string | undefined {
  return observed.page.events.last('mfa-enrolled')
    ? findMissingCodes(linked.recoveryCodes ?? [], observed)
    : 'No app was linked.';
}

function findMissingCodes(codes: readonly string[], { page }: Observed): string | undefined {
  const shown = page.find(RecoveryCodeListHarness)?.codes ?? [];
  return unless(same(shown, codes), `The recovery codes are: ${shown.join(', ') || 'none'}.`);
}

/** The number shows or, if there are too many codes to mention, is in the event. */
function findMissingNumber(
  { recoveryCodesLeft: left }: With<'recoveryCodesLeft'>,
  { page }: Observed,
): string | undefined {
  if (page.events.last('mfa-verified')?.detail.result.recoveryCodesLeft === left) return undefined;
  const said = visibleElements(page.tag)
    .filter((element) => element.matches('[part~=left], [part~=few-recovery-codes]'))
    .map(text)
    .join();
  const isTold =
    (NUMBERS_IN_WORDS[left] ?? []).some((id) => said.includes(message(id))) ||
    (left > 0 && new RegExp(`\\b${left}\\b`).test(said));
  return unless(isTold, `What is left is told as "${said}".`);
}

function findMissingRows({ listed }: With<'listed'>, { page }: Observed): string | undefined {
  const list = page.find(AuthenticatorsHarness);
  const isListed = visibleElements(page.tag).some((element) =>
    element.matches('[data-row], .empty'),
  );
  // While a name is edited or a dialog is open, the list is not the current step.
  if (!list || !isListed || list.offers('cancel')) return 'There is no list.';
  const names = listed.map((name) => name || UNNAMED);
  return unless(same(list.names, names), `The list has: ${list.names.join(', ') || 'nothing'}.`);
}

function findMissingNavigation(
  { leavesFor, fields }: With<'leavesFor'>,
  { page }: Observed,
): string | undefined {
  const { last } = page.navigations;
  if (!last) return 'The page is not left.';
  const url = new URL(leavesFor, document.baseURI).href;
  if (last.url !== url) return `The page is left for ${last.url}.`;
  return unless(same(last.fields, fields), `The form has: ${JSON.stringify(last.fields)}.`);
}
