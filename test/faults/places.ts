import type { MfaOperation } from '../../src/backend/backend.js';
import type { Account } from './account.js';
import type { TYPED } from './typed.js';

/** What a person in the matrix does: presses what has this part, or types one of `TYPED`. */
export type Act = { readonly press: string } | { readonly type: keyof typeof TYPED };

/** Where a person meets an operation. */
export interface Place {
  readonly element:
    'mfa-login' | 'mfa-challenge' | 'mfa-enrollment' | 'mfa-authenticators' | 'mfa-recovery-codes';
  readonly operation: MfaOperation;
  /** What the server has stored at the start. */
  readonly account: Partial<Account>;
  /** What leads to the request. Nothing, if the page itself sends it. */
  readonly acts: readonly Act[];
  /** The requests before it. */
  readonly before: readonly MfaOperation[];
  /** The requests that look up what became of it. */
  readonly lookUp: readonly MfaOperation[];
  /**
   * Where a failure is told: at the field, in the dialog, in place of the step, in the notice about the time, or
   * nowhere, because nothing comes of it.
   */
  readonly failsAt: 'field' | 'dialog' | 'step' | 'notice' | 'nowhere';
  /** The number of its requests that are answered well before. Default none. */
  readonly skips?: number;
  /** The part of the control that a person presses to go on, rather than to fill in the field beside it. */
  readonly wants?: string;
  /** The attributes of the element. */
  readonly attributes?: Readonly<Record<string, string>>;
}

const HALF = { session: 'half' } as const;
const FIRST = { session: 'half', apps: [] } as const;
const SEND_CODE = [{ type: 'codes' }, { press: 'submit' }] as const;
const SEND_PASSWORD = [{ type: 'password' }, { press: 'submit' }] as const;
const UNLINK = [{ press: 'unlink' }, { press: 'submit' }] as const;
const GENERATE = [{ press: 'generate' }, { press: 'submit' }] as const;

/** Every operation in the elements where a person meets it, by the name of its row in the matrix. */
export const PLACES = {
  'status in mfa-login': {
    element: 'mfa-login',
    operation: 'status',
    account: HALF,
    acts: [],
    before: [],
    lookUp: [],
    failsAt: 'step',
  },
  'verify in mfa-challenge': {
    element: 'mfa-challenge',
    operation: 'verify',
    account: HALF,
    acts: SEND_CODE,
    before: [],
    lookUp: ['status'],
    failsAt: 'field',
  },
  'verify in mfa-login': {
    element: 'mfa-login',
    operation: 'verify',
    account: HALF,
    acts: SEND_CODE,
    before: ['status'],
    lookUp: ['status'],
    failsAt: 'field',
  },
  'verifyRecoveryCode in mfa-challenge': {
    element: 'mfa-challenge',
    operation: 'verifyRecoveryCode',
    account: HALF,
    acts: [{ press: 'use-recovery-code' }, { type: 'recoveryCodes' }, { press: 'submit' }],
    before: [],
    lookUp: ['status'],
    failsAt: 'field',
  },
  'startEnrollment in mfa-enrollment': {
    element: 'mfa-enrollment',
    operation: 'startEnrollment',
    account: {},
    acts: [],
    before: [],
    lookUp: [],
    failsAt: 'step',
  },
  'startEnrollment in mfa-login': {
    element: 'mfa-login',
    operation: 'startEnrollment',
    account: FIRST,
    acts: [],
    before: ['status'],
    lookUp: [],
    failsAt: 'step',
  },
  'startEnrollment in mfa-authenticators': {
    element: 'mfa-authenticators',
    operation: 'startEnrollment',
    account: {},
    acts: [{ press: 'link' }],
    before: ['listAuthenticators'],
    lookUp: [],
    failsAt: 'step',
  },
  'startEnrollment for more time': {
    element: 'mfa-enrollment',
    operation: 'startEnrollment',
    account: { enrollmentSeconds: 50 },
    acts: [{ press: 'extend' }],
    before: ['startEnrollment'],
    lookUp: [],
    failsAt: 'notice',
    skips: 1,
    wants: 'extend',
  },
  'confirmEnrollment in mfa-enrollment': {
    element: 'mfa-enrollment',
    operation: 'confirmEnrollment',
    account: {},
    acts: SEND_CODE,
    before: ['startEnrollment'],
    lookUp: ['status'],
    failsAt: 'field',
  },
  'confirmEnrollment in mfa-login': {
    element: 'mfa-login',
    operation: 'confirmEnrollment',
    account: FIRST,
    acts: SEND_CODE,
    before: ['status', 'startEnrollment'],
    lookUp: ['status'],
    failsAt: 'field',
  },
  'confirmEnrollment in mfa-authenticators': {
    element: 'mfa-authenticators',
    operation: 'confirmEnrollment',
    account: {},
    acts: [{ press: 'link' }, ...SEND_CODE],
    before: ['listAuthenticators', 'startEnrollment'],
    lookUp: ['status', 'listAuthenticators'],
    failsAt: 'field',
  },
  'cancelEnrollment in mfa-enrollment': {
    element: 'mfa-enrollment',
    operation: 'cancelEnrollment',
    account: {},
    acts: [{ press: 'cancel' }],
    before: ['startEnrollment'],
    lookUp: [],
    failsAt: 'nowhere',
    attributes: { cancelable: '' },
  },
  'listAuthenticators in mfa-authenticators': {
    element: 'mfa-authenticators',
    operation: 'listAuthenticators',
    account: {},
    acts: [],
    before: [],
    lookUp: [],
    failsAt: 'step',
  },
  'renameAuthenticator in mfa-authenticators': {
    element: 'mfa-authenticators',
    operation: 'renameAuthenticator',
    account: {},
    acts: [{ press: 'rename' }, { type: 'name' }, { press: 'submit' }],
    before: ['listAuthenticators'],
    lookUp: ['listAuthenticators'],
    failsAt: 'field',
  },
  'unlinkAuthenticator in mfa-authenticators': {
    element: 'mfa-authenticators',
    operation: 'unlinkAuthenticator',
    account: {},
    acts: UNLINK,
    before: ['listAuthenticators'],
    lookUp: ['listAuthenticators'],
    failsAt: 'dialog',
  },
  'stepUp in mfa-authenticators': {
    element: 'mfa-authenticators',
    operation: 'stepUp',
    account: { proof: 'needed' },
    acts: [...UNLINK, ...SEND_PASSWORD],
    before: ['listAuthenticators', 'unlinkAuthenticator'],
    lookUp: [],
    failsAt: 'field',
  },
  'recoveryCodesStatus in mfa-recovery-codes': {
    element: 'mfa-recovery-codes',
    operation: 'recoveryCodesStatus',
    account: {},
    acts: [],
    before: [],
    lookUp: [],
    failsAt: 'step',
  },
  'generateRecoveryCodes in mfa-recovery-codes': {
    element: 'mfa-recovery-codes',
    operation: 'generateRecoveryCodes',
    account: {},
    acts: GENERATE,
    before: ['recoveryCodesStatus'],
    lookUp: ['recoveryCodesStatus'],
    failsAt: 'dialog',
  },
  'stepUp in mfa-recovery-codes': {
    element: 'mfa-recovery-codes',
    operation: 'stepUp',
    account: { proof: 'needed' },
    acts: [...GENERATE, ...SEND_PASSWORD],
    before: ['recoveryCodesStatus', 'generateRecoveryCodes'],
    lookUp: [],
    failsAt: 'field',
  },
} as const satisfies Readonly<Record<string, Place>>;

/** The name of a place. */
export type PlaceName = keyof typeof PLACES;

/** Returns a place by its name. */
export const placeOf = (name: PlaceName): Place => PLACES[name];

/** Every place, in the order of the matrix. */
export const PLACE_NAMES = Object.keys(PLACES) as readonly PlaceName[];
