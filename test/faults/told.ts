import type { MfaErrorKind } from '../../src/backend/mfa-error.js';
import { OPERATIONS } from '../../src/backend/operations.js';
import { SAMPLE } from '../../src/testing/sample-account.js';
import { message, messagePattern } from '../support/message.js';
import { placeOf, type PlaceName } from './places.js';
import { APPS, TYPED } from './typed.js';

/** The error kinds that can be a wait with a countdown. */
export type WaitKind = 'rate-limited' | 'locked' | 'unavailable';

/**
 * What a person is told, in a few words.
 *
 * - `done`: the act succeeded, or what was to be read is there. `found-done`: the same, looked up.
 * - `not-done`: it failed, for the reason of this error kind.
 * - `wait`: it failed, and a countdown says how long to wait.
 * - `unknown`: it is not known whether it was done.
 * - `ended`: the person has to sign in again. It claims nothing of the act.
 * - `proof`: the password is asked first.
 * - `expired`: the QR code no longer works.
 * - `left-out`: the page shows less, and says nothing of it.
 * - `again`: the step begins anew.
 */
export type Told =
  | 'done'
  | 'found-done'
  | `not-done:${MfaErrorKind}`
  | `wait:${WaitKind}`
  | 'unknown'
  | 'ended:signed-out'
  | 'ended:login-expired'
  | 'proof'
  | 'expired'
  | 'left-out'
  | 'again';

/** A sentence in Dutch, whole. */
export type Sentence = string | RegExp;

/** What the sentence depends on, besides what is told. */
export interface Circumstances {
  /** Where it is told. */
  readonly where: Where;
  /** The seconds that a person has to wait. */
  readonly wait?: number | null | undefined;
  readonly attemptsLeft?: number | undefined;
  /** It also says that it is unknown whether there are new recovery codes. */
  readonly hasUnknownCodes?: boolean | undefined;
}

/**
 * Where a person reads it: at the field, in the dialog, in place of the step, beside the list or the numbers, in
 * the notice about the time that is left, in place of the element's content at the end, or at the field of the
 * password.
 */
export type Where = 'field' | 'dialog' | 'step' | 'list' | 'notice' | 'end' | 'proof';

/** How something is told. */
export interface Telling {
  /** What is announced, exactly once. Absent if the person has done nothing. */
  readonly announced?: Sentence | undefined;
  /** The heading of the step, if it belongs to what is told. */
  readonly heading?: string;
  /** What stands above the field, if a field is all that is told. */
  readonly lead?: string;
  /** All texts of live regions and notices. */
  readonly messages: readonly Sentence[];
}

/** The waits of the faults, as a Dutch reader says them. */
const DURATIONS: Readonly<Record<number, string>> = {
  0: '1 seconde',
  30: '30 seconden',
  60: '60 seconden',
  120: '2 minuten',
  3600: '60 minuten',
};

function duration(seconds: number): string {
  const text = DURATIONS[seconds];
  if (text === undefined) throw new Error(`A wait of ${seconds} s has no words yet.`);
  return text;
}

/** The sentence of an error kind. */
function errorSentence(kind: MfaErrorKind, wait: number | null | undefined): string {
  switch (kind) {
    case 'rate-limited':
      return message('error.rate-limited', duration(wait ?? 30));
    case 'locked':
      return wait == null ? message('error.locked') : message('error.locked-for', duration(wait));
    case 'unavailable':
      return wait == null
        ? message('error.unavailable')
        : message('error.unavailable-for', duration(wait));
    default:
      return message(`error.${kind}`);
  }
}

/** Why a refused code may be wrong, which the page finds out by itself while an app is linked. */
const DIAGNOSES = [
  messagePattern('diagnosis.other-account'),
  messagePattern('diagnosis.mistyped'),
  messagePattern('diagnosis.just-expired'),
  messagePattern('diagnosis.clock-fast'),
  messagePattern('diagnosis.clock-slow'),
].map(({ source }) => source);

function notDoneSentence(
  kind: MfaErrorKind,
  place: PlaceName,
  { where, wait, attemptsLeft }: Circumstances,
) {
  const { operation, element } = placeOf(place);
  const attempts =
    attemptsLeft === undefined ? '' : ` ${message('error.attempts-left.other', attemptsLeft)}`;
  if (kind === 'invalid-code' && operation === 'confirmEnrollment' && where === 'field') {
    return new RegExp(`(${DIAGNOSES.join('|')})${attempts}`);
  }
  if (operation === 'unlinkAuthenticator' && where === 'dialog') {
    if (kind === 'limit-reached' || kind === 'already-linked') {
      return message('authenticators.unlink.needed');
    }
    if (kind === 'forbidden') return message('authenticators.unlink.forbidden');
  }
  if (operation === 'startEnrollment' && element === 'mfa-authenticators') {
    // The list says it, and signing in again does not help.
    if (kind === 'already-linked') return message('error.limit-reached');
  }
  return errorSentence(kind, wait) + attempts;
}

const waitReasons: Readonly<Record<WaitKind, string>> = {
  'rate-limited': message('retry.rate-limited'),
  locked: message('retry.locked'),
  unavailable: message('retry.unavailable'),
};

const headed = (heading: string): Telling => ({ announced: heading, heading, messages: [] });
const noted = (sentence: Sentence): Telling => ({ announced: sentence, messages: [sentence] });

/** How it is told that an act succeeded, at each place. */
function doneTelling(place: PlaceName, isFound: boolean): Telling {
  const { operation, element } = placeOf(place);
  switch (operation) {
    case 'verify':
    case 'verifyRecoveryCode':
      return {
        ...headed(message('challenge.verified.heading')),
        // It may have had new recovery codes in it.
        ...(isFound &&
          operation === 'verifyRecoveryCode' && {
            lead: message('enrollment.recovery-codes.lost'),
          }),
      };
    case 'confirmEnrollment':
      if (isFound && element === 'mfa-authenticators') {
        const linked = message('authenticators.linked', APPS[0].name);
        return noted(`${linked} ${message('enrollment.recovery-codes.lost')}`);
      }
      return isFound
        ? {
            // The status does not say which app it is, and nobody has seen the codes.
            ...headed(message('login.linked.heading', SAMPLE.issuer)),
            lead: message('enrollment.recovery-codes.lost'),
          }
        : headed(message('enrollment.done.heading', SAMPLE.issuer));
    case 'cancelEnrollment':
      return headed(message('enrollment.canceled.heading'));
    case 'renameAuthenticator':
      return noted(message('authenticators.renamed', TYPED.name));
    case 'unlinkAuthenticator':
      return noted(message('authenticators.unlinked', APPS[0].name));
    case 'generateRecoveryCodes':
      return headed(message('recovery-codes.new.heading.other'));
    case 'stepUp':
      return element === 'mfa-authenticators'
        ? noted(message('authenticators.unlinked', APPS[0].name))
        : headed(message('recovery-codes.new.heading.other'));
    default:
      throw new Error(`${operation} does nothing that can be done.`);
  }
}

const STEP_HEADINGS = {
  'not-done': message('failure.heading'),
  unknown: message('failure.unknown.heading'),
  ended: message('failure.signed-out.heading'),
} as const;

/** How something is told: the sentences in Dutch, where they stand, and which is announced. */
export function tellingOf(told: Told, place: PlaceName, circumstances: Circumstances): Telling {
  const { where, wait } = circumstances;
  const [what, detail] = told.split(':') as [string, string | undefined];
  switch (what) {
    case 'done':
    case 'found-done':
      return doneTelling(place, what === 'found-done');
    case 'not-done': {
      const sentence = notDoneSentence(detail as MfaErrorKind, place, circumstances);
      return where === 'step'
        ? { ...noted(sentence), heading: headingFor(detail as MfaErrorKind) }
        : noted(sentence);
    }
    case 'wait': {
      const kind = detail as WaitKind;
      const announced = errorSentence(kind, wait);
      const countdown = new RegExp(
        `${waitReasons[kind]} ${messagePattern('retry.time', /\d+:\d\d/).source}`,
      );
      return {
        announced,
        messages: [
          announced,
          countdown,
          ...(where === 'notice' ? [message('enrollment.expiry.near')] : []),
        ],
        ...(where === 'step' && { heading: STEP_HEADINGS['not-done'] }),
      };
    }
    case 'unknown':
      if (placeOf(place).operation === 'generateRecoveryCodes') {
        return noted(message('recovery-codes.unknown-outcome'));
      }
      if (OPERATIONS[placeOf(place).operation].signsIn) {
        return noted(message('challenge.unknown-outcome'));
      }
      return {
        ...noted(message('error.unknown-outcome')),
        ...(where === 'step' && { heading: STEP_HEADINGS.unknown }),
      };
    case 'ended': {
      const sentence = errorSentence(detail as MfaErrorKind, undefined);
      if (!circumstances.hasUnknownCodes) {
        return { ...noted(sentence), heading: STEP_HEADINGS.ended };
      }
      const unknown = message('recovery-codes.unknown-outcome');
      return {
        announced: `${sentence} ${unknown}`,
        heading: STEP_HEADINGS.ended,
        messages: [sentence, unknown],
      };
    }
    case 'proof':
      return {
        announced: message('password.label'),
        lead: message('step-up.password.lead'),
        messages: [],
      };
    case 'expired':
      return headed(message('enrollment.expired.heading'));
    case 'again':
      return headed(message('enrollment.heading'));
    default:
      return { messages: [] };
  }
}

const headingFor = (kind: MfaErrorKind): string =>
  kind === 'signed-out' || kind === 'login-expired'
    ? STEP_HEADINGS.ended
    : STEP_HEADINGS['not-done'];

/** The sentences that say that a person who went on has what was wanted, as patterns. */
export function goalsOf(place: PlaceName): readonly string[] {
  const { operation, element } = placeOf(place);
  switch (operation) {
    case 'status':
      return [message('challenge.code.heading')];
    case 'verify':
    case 'verifyRecoveryCode':
      return [message('challenge.verified.heading')];
    case 'startEnrollment':
      if (placeOf(place).failsAt !== 'notice') return [message('enrollment.scan.heading')];
      // A person who has more time may also go on with the code.
      return [
        message('enrollment.expiry.longer'),
        message('enrollment.done.heading', SAMPLE.issuer),
      ];
    case 'confirmEnrollment':
      return [
        message('enrollment.done.heading', SAMPLE.issuer),
        message('login.linked.heading', SAMPLE.issuer),
        message('challenge.verified.heading'),
        messagePattern('authenticators.linked').source,
      ];
    case 'cancelEnrollment':
      return [message('enrollment.canceled.heading')];
    case 'listAuthenticators':
      return [messagePattern('authenticators.linked-on').source];
    case 'renameAuthenticator':
      return [messagePattern('authenticators.renamed').source];
    case 'recoveryCodesStatus':
      return [
        messagePattern('recovery-codes.left.of-total').source,
        // Where the server does not count them, new ones can be made.
        message('recovery-codes.new.heading.other'),
      ];
    case 'unlinkAuthenticator':
      return [messagePattern('authenticators.unlinked').source];
    case 'generateRecoveryCodes':
      return [message('recovery-codes.new.heading.other')];
    case 'stepUp':
      return element === 'mfa-authenticators'
        ? [messagePattern('authenticators.unlinked').source]
        : [message('recovery-codes.new.heading.other')];
  }
}

/** Returns true if a text is this sentence, and nothing more. */
export const isSentence = (text: string, sentence: Sentence): boolean =>
  typeof sentence === 'string'
    ? text === sentence
    : new RegExp(`^(?:${sentence.source})$`).test(text);

/** Returns true if a text has this sentence. */
export const hasSentence = (text: string, sentence: Sentence): boolean =>
  typeof sentence === 'string' ? text.includes(sentence) : sentence.test(text);
