import type { CodeDiagnosis } from '../../../src/otp/diagnosis/code-diagnosis.js';
import {
  authenticatorsFlow,
  type AuthenticatorsEvent,
  type AuthenticatorsState,
} from '../../../src/flow/authenticators/authenticators.js';
import {
  challengeFlow,
  type ChallengeEvent,
  type ChallengeState,
} from '../../../src/flow/challenge.js';
import {
  enrollmentFlow,
  type EnrollmentEvent,
  type EnrollmentState,
} from '../../../src/flow/enrollment/enrollment.js';
import type { Flow, FlowInput } from '../../../src/flow/flow-controller.js';
import { loginFlow, type LoginEvent, type LoginState } from '../../../src/flow/login.js';
import {
  recoveryCodesFlow,
  type RecoveryCodesEvent,
  type RecoveryCodesState,
} from '../../../src/flow/recovery-codes.js';
import { SAMPLE } from '../../../src/testing/index.js';
import { PLANTED } from '../../support/planted-secrets.js';
import { randomError } from '../../support/random-answers.js';
import type { RandomChoice } from '../../support/random-choice.js';

/** The kinds of secret that a state may hold. */
export type Secret = 'secret' | 'code' | 'password' | 'recovery-codes';

interface StepTraits {
  /** The secrets that the step may hold: it shows them, or sends them. */
  readonly holds?: readonly Secret[];
  /** Nothing that happens in this element leads on: the sign-in ends, or an element in it goes on. */
  readonly ends?: true;
}

/** A flow to walk through at random. */
export interface WalkedFlow<State extends { readonly step: string }, Event> {
  readonly flow: Flow<State, Event>;
  readonly steps: Readonly<Record<State['step'], StepTraits>>;
  /** The events that a person, the clock or another element may cause now. */
  readonly events: (random: RandomChoice, state: State) => readonly FlowInput<Event>[];
}

const proof = (random: RandomChoice) =>
  random.of([{ password: PLANTED.password }, { code: PLANTED.code }]);

const challenge: WalkedFlow<ChallengeState, ChallengeEvent> = {
  flow: challengeFlow,
  steps: {
    idle: {},
    // Refused codes are kept, to tell that one is repeated.
    asking: { holds: ['code'] },
    verifying: { holds: ['code', 'recovery-codes'] },
    rechecking: { holds: ['code'] },
    'new-recovery-codes': { holds: ['recovery-codes'] },
    'few-recovery-codes': {},
    'lost-recovery-codes': {},
    verified: { ends: true },
    failed: { ends: true },
  },
  events: (random, state) => [
    { type: 'start' },
    {
      type: 'submit',
      code:
        'proof' in state && state.proof === 'recovery-code'
          ? PLANTED.recoveryCodes[0]
          : PLANTED.code,
    },
    { type: 'choose-proof', proof: random.of(['code', 'recovery-code']) },
    { type: 'remember-device', remember: random.oneIn(2) },
    { type: 'continue' },
  ],
};

const DIAGNOSES: readonly CodeDiagnosis[] = [
  { kind: 'unexplained' },
  { kind: 'reused' },
  { kind: 'other-secret' },
];

const HAS_KEY = ['secret', 'code'] as const;

const enrollment: WalkedFlow<EnrollmentState, EnrollmentEvent> = {
  flow: {
    ...enrollmentFlow,
    // The reason is computed in time of its own: here it arrives as an event.
    effect: (state, request, offers) =>
      state.step === 'diagnosing' ? undefined : enrollmentFlow.effect(state, request, offers),
  },
  steps: {
    idle: {},
    starting: {},
    resuming: {},
    failed: {},
    proving: { holds: HAS_KEY },
    'checking-proof': { holds: [...HAS_KEY, 'password'] },
    scanning: { holds: HAS_KEY },
    confirming: { holds: HAS_KEY },
    rechecking: { holds: HAS_KEY },
    diagnosing: { holds: HAS_KEY },
    extending: { holds: HAS_KEY },
    expired: {},
    enrolled: { holds: ['recovery-codes'] },
    done: { ends: true },
    canceling: {},
    canceled: {},
  },
  events: (random) => [
    { type: 'start' },
    { type: 'submit-code', code: PLANTED.code },
    { type: 'diagnosed', diagnosis: random.of(DIAGNOSES) },
    { type: 'submit-proof', proof: proof(random) },
    { type: 'extend' },
    { type: 'expire' },
    { type: 'continue' },
    { type: 'cancel' },
  ],
};

const login: WalkedFlow<LoginState, LoginEvent> = {
  flow: loginFlow,
  steps: {
    idle: {},
    checking: {},
    enrolling: { ends: true },
    challenging: { ends: true },
    linked: {},
    verified: { ends: true },
    failed: {},
  },
  events: (random) => [
    { type: 'start' },
    { type: 'recheck' },
    { type: 'continue' },
    { type: 'linking', lostCodes: random.oneIn(2) },
    { type: 'unknown', error: randomError(random), lostCodes: random.oneIn(2) },
    {
      type: 'found',
      status: { state: random.of(['enrollment-required', 'code-required']), methods: ['totp'] },
      lostCodes: random.oneIn(2),
    },
  ],
};

const recoveryCodes: WalkedFlow<RecoveryCodesState, RecoveryCodesEvent> = {
  flow: recoveryCodesFlow,
  steps: {
    idle: {},
    loading: {},
    failed: {},
    status: {},
    asking: {},
    proving: {},
    'checking-proof': { holds: ['password', 'code'] },
    generating: {},
    generated: { holds: ['recovery-codes'] },
  },
  events: (random) => [
    { type: 'start' },
    { type: 'choose-generate' },
    { type: 'generate' },
    { type: 'cancel' },
    { type: 'continue' },
    { type: 'submit-proof', proof: proof(random) },
  ],
};

const authenticators: WalkedFlow<AuthenticatorsState, AuthenticatorsEvent> = {
  flow: authenticatorsFlow,
  steps: {
    idle: {},
    loading: {},
    failed: {},
    listed: {},
    refreshing: {},
    rechecking: {},
    asking: {},
    unlinking: {},
    editing: {},
    renaming: {},
    proving: {},
    'checking-proof': { holds: ['password', 'code'] },
    enrolling: {},
  },
  events: (random) => {
    const id = random.of(['app-1', 'app-2', 'app-3']);
    return [
      { type: 'start' },
      { type: 'recheck' },
      { type: 'changed-elsewhere' },
      { type: 'choose-unlink', id },
      { type: 'unlink' },
      { type: 'edit', id },
      { type: 'rename', name: random.of(['Werk', SAMPLE.authenticator.name]) },
      { type: 'cancel' },
      { type: 'enroll' },
      { type: 'linking', mayBeLinked: random.oneIn(2) },
      { type: 'enrolled', authenticator: SAMPLE.authenticator },
      { type: 'enrollment-closed' },
      { type: 'enrollment-refused', error: randomError(random) },
      { type: 'enrollment-unknown', error: randomError(random) },
      { type: 'submit-proof', proof: proof(random) },
    ];
  },
};

/** Every flow. */
export const WALKED_FLOWS = {
  challenge,
  enrollment,
  login,
  recoveryCodes,
  authenticators,
} as const;
