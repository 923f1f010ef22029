import {
  nameChange,
  type AuthenticatorsState,
} from '../../../src/flow/authenticators/authenticators.js';
import type { ChallengeState } from '../../../src/flow/challenge.js';
import type { EnrollmentState } from '../../../src/flow/enrollment/enrollment.js';
import type { LoginState } from '../../../src/flow/login.js';
import type { RecoveryCodesState } from '../../../src/flow/recovery-codes.js';
import type { Secret } from '../../flow/random-walk/walked-flows.js';

/** What a step is recognized by on the screen, as selectors. */
export const SIGNS = {
  'code field': 'mfa-code-input',
  'text field': 'mfa-text-field',
  'QR code': 'mfa-qr-code',
  'recovery codes': '[part~=recovery-codes], mfa-recovery-code-list',
  'few codes': '[part~=few-recovery-codes]',
  row: '[data-row]',
  dialog: 'dialog',
  continue: '[part~=continue]',
  restart: '[part~=restart]',
  failure: '[part~=error], [part~=retry]',
  enrollment: 'mfa-enrollment',
  challenge: 'mfa-challenge',
} as const satisfies Readonly<Record<string, string>>;

export type Sign = keyof typeof SIGNS;

/** What a step shows. Every sign that is not named is absent. */
export interface Screen {
  readonly shows?: readonly Sign[];
  readonly mayShow?: readonly Sign[];
  /** The secrets that may be on the screen or in a field. */
  readonly holds?: readonly Secret[];
  /** Whether it has no heading of its own. */
  readonly isBare?: true;
}

const FAILED: Screen = { shows: ['failure'] };
/** In the dialog of a change, or in place of the step. */
const PROVING: Screen = { mayShow: ['code field', 'text field'], holds: ['code', 'password'] };
const IN_DIALOG: Screen = { shows: ['dialog'] };
const PROVING_IN_DIALOG: Screen = { ...PROVING, ...IN_DIALOG };

/** What a person may have typed where a code is asked. */
const TYPED = ['code', 'recovery-codes'] as const;

function challenge(state: ChallengeState): Screen {
  switch (state.step) {
    case 'idle':
      return { isBare: true };
    case 'asking':
    case 'verifying':
    case 'rechecking':
      return {
        shows: [state.proof === 'code' ? 'code field' : 'text field'],
        holds: TYPED,
      };
    case 'new-recovery-codes':
      return { shows: ['recovery codes', 'continue'], holds: ['recovery-codes'] };
    case 'few-recovery-codes':
      return { shows: ['few codes', 'continue'] };
    case 'lost-recovery-codes':
      return { shows: ['continue'] };
    case 'verified':
      return {};
    case 'failed':
      return FAILED;
  }
}

function enrollment(state: EnrollmentState): Screen {
  switch (state.step) {
    case 'idle':
    case 'starting':
    case 'resuming':
    case 'canceling':
      return { isBare: true };
    case 'proving':
    case 'checking-proof':
      return PROVING;
    case 'scanning':
    case 'confirming':
    case 'rechecking':
    case 'diagnosing':
    case 'extending':
      return { shows: ['code field'], mayShow: ['QR code', 'restart'], holds: ['secret', 'code'] };
    case 'expired':
    case 'canceled':
      return { shows: ['restart'] };
    case 'enrolled':
      return state.confirmation.recoveryCodes
        ? { shows: ['recovery codes', 'continue'], holds: ['recovery-codes'] }
        : { shows: ['continue'] };
    case 'done':
      return {};
    case 'failed':
      return FAILED;
  }
}

function login(state: LoginState): Screen {
  switch (state.step) {
    case 'idle':
    case 'checking':
      return { isBare: true };
    case 'enrolling':
      return { shows: ['enrollment'], isBare: true };
    case 'challenging':
      return { shows: ['challenge'], isBare: true };
    case 'linked':
      return { shows: ['continue'] };
    case 'verified':
      return {};
    case 'failed':
      return FAILED;
  }
}

function authenticators(state: AuthenticatorsState): Screen {
  const rows: Screen =
    'authenticators' in state && state.authenticators.length > 0 ? { shows: ['row'] } : {};
  switch (state.step) {
    case 'idle':
    case 'loading':
    case 'listed':
    case 'rechecking':
      return rows;
    // What the user goes on typing stays in its field.
    case 'refreshing':
      return nameChange(state) ? { shows: ['row', 'text field'] } : rows;
    case 'asking':
    case 'unlinking':
      return { shows: ['row', 'dialog'] };
    case 'proving':
    case 'checking-proof':
      return { ...PROVING, shows: ['row', 'dialog'] };
    case 'editing':
    case 'renaming':
      return { shows: ['row', 'text field'] };
    case 'enrolling':
      return { shows: ['enrollment'], isBare: true };
    case 'failed':
      return FAILED;
  }
}

function recoveryCodes(state: RecoveryCodesState): Screen {
  switch (state.step) {
    case 'idle':
    case 'loading':
    case 'status':
      return {};
    case 'asking':
    case 'generating':
      return IN_DIALOG;
    case 'proving':
    case 'checking-proof':
      return PROVING_IN_DIALOG;
    case 'generated':
      return { shows: ['recovery codes', 'continue'], holds: ['recovery-codes'] };
    case 'failed':
      return FAILED;
  }
}

/** What each step of each element shows. */
export const SCREENS = {
  'mfa-login': login,
  'mfa-challenge': challenge,
  'mfa-enrollment': enrollment,
  'mfa-authenticators': authenticators,
  'mfa-recovery-codes': recoveryCodes,
} as const;

export type FlowTag = keyof typeof SCREENS;

export const isFlowTag = (name: string): name is FlowTag => Object.hasOwn(SCREENS, name);
