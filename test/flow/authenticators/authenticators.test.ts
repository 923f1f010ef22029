import { expect } from '@open-wc/testing';
import type { Authenticator } from '../../../src/backend/backend.js';
import { MFA_ERROR_KINDS, MfaError, type MfaErrorKind } from '../../../src/backend/mfa-error.js';
import {
  authenticatorsFlow,
  type AuthenticatorsEvent,
  type AuthenticatorsState,
} from '../../../src/flow/authenticators/authenticators.js';
import type { FlowInput } from '../../../src/flow/flow-controller.js';
import { testEveryPair } from '../ignored-events.js';

const phone = { id: 'phone', method: 'totp', name: 'Phone' };
const tablet = { id: 'tablet', method: 'totp', name: 'Tablet' };
const authenticators = [phone, tablet];
const about = { authenticators, target: phone };
const failed = (kind: MfaErrorKind) => ({ type: 'failed', error: new MfaError(kind, '') }) as const;

const unlinking = { step: 'unlinking', ...about } as const;
const renaming = { step: 'renaming', ...about, name: 'New' } as const;
const states = {
  idle: { step: 'idle' },
  loading: { step: 'loading' },
  failed: { step: 'failed', error: new MfaError('offline', '') },
  listed: { step: 'listed', authenticators },
  asking: { step: 'asking', ...about },
  unlinking,
  editing: { step: 'editing', ...about, name: 'Phone' },
  renaming,
  proving: { step: 'proving', next: unlinking, proofs: ['code'] },
  'checking-proof': {
    step: 'checking-proof',
    next: unlinking,
    proofs: ['code'],
    proof: { code: '1' },
  },
  enrolling: { step: 'enrolling', authenticators },
  refreshing: {
    step: 'refreshing',
    authenticators: [tablet],
    outcome: { kind: 'unlinked', authenticator: phone },
  },
  rechecking: { step: 'rechecking', authenticators },
} as const satisfies Record<AuthenticatorsState['step'], AuthenticatorsState>;

const transition: typeof authenticatorsFlow.transition = (state, event) =>
  authenticatorsFlow.transition(state, event);

describe('the authenticators flow', () => {
  const whileOpen = (step: AuthenticatorsState['step']) => ({
    listed: step,
    refreshing: step,
    rechecking: step,
    editing: step,
  });
  testEveryPair(
    authenticatorsFlow,
    states,
    {
      start: { type: 'start' },
      loaded: { type: 'loaded', authenticators: [] },
      recheck: { type: 'recheck' },
      'changed-elsewhere': { type: 'changed-elsewhere' },
      'choose-unlink': { type: 'choose-unlink', id: 'tablet' },
      cancel: { type: 'cancel' },
      unlink: { type: 'unlink' },
      unlinked: { type: 'unlinked' },
      edit: { type: 'edit', id: 'tablet' },
      rename: { type: 'rename', name: 'New' },
      renamed: { type: 'renamed', authenticator: { ...phone, name: 'New' } },
      enroll: { type: 'enroll' },
      linking: { type: 'linking', mayBeLinked: true },
      enrolled: { type: 'enrolled', authenticator: tablet },
      'enrollment-closed': { type: 'enrollment-closed' },
      'enrollment-unknown': {
        type: 'enrollment-unknown',
        error: new MfaError('unknown-outcome', ''),
      },
      'enrollment-refused': {
        type: 'enrollment-refused',
        error: new MfaError('limit-reached', ''),
      },
      'submit-proof': { type: 'submit-proof', proof: { password: 'x' } },
      proved: { type: 'proved' },
      failed: failed('offline'),
    },
    {
      start: { idle: 'loading', failed: 'loading' },
      loaded: { loading: 'listed', refreshing: 'listed', rechecking: 'listed' },
      recheck: { listed: 'rechecking' },
      'changed-elsewhere': { enrolling: 'enrolling' },
      'choose-unlink': whileOpen('asking'),
      cancel: { asking: 'listed', editing: 'listed', proving: 'listed' },
      unlink: { asking: 'unlinking' },
      unlinked: { unlinking: 'refreshing' },
      edit: whileOpen('editing'),
      rename: { editing: 'renaming' },
      renamed: { renaming: 'listed' },
      enroll: whileOpen('enrolling'),
      linking: { enrolling: 'enrolling' },
      enrolled: { enrolling: 'enrolling' },
      'enrollment-closed': { enrolling: 'rechecking' },
      'enrollment-unknown': { enrolling: 'refreshing' },
      'enrollment-refused': { enrolling: 'listed' },
      'submit-proof': { proving: 'checking-proof' },
      proved: { 'checking-proof': 'unlinking' },
      failed: {
        loading: 'failed',
        unlinking: 'asking',
        renaming: 'editing',
        'checking-proof': 'proving',
        refreshing: 'listed',
        rechecking: 'listed',
      },
    },
  );

  const END = ['signed-out', 'login-expired', 'misconfigured'];
  const stepAfter = (
    kind: MfaErrorKind,
    refused: AuthenticatorsState['step'],
  ): AuthenticatorsState['step'] => {
    if (kind === 'step-up-required') return 'proving';
    if (kind === 'not-found' || kind === 'unknown-outcome') return 'refreshing';
    return END.includes(kind) ? 'failed' : refused;
  };

  for (const kind of MFA_ERROR_KINDS) {
    it(`is ${stepAfter(kind, 'asking')} after unlinking fails with ${kind}, with every app still on the list`, () => {
      const next = transition(states.unlinking, failed(kind));
      expect(next.step).to.equal(stepAfter(kind, 'asking'));
      if ('authenticators' in next) expect(next.authenticators).to.equal(authenticators);
    });

    it(`is ${stepAfter(kind, 'editing')} after renaming fails with ${kind}, with the typed name`, () => {
      const next = transition(states.renaming, failed(kind));
      expect(next.step).to.equal(stepAfter(kind, 'editing'));
      if ('authenticators' in next) expect(next.authenticators).to.equal(authenticators);
      if (next.step === 'editing') expect(next.name).to.equal('New');
    });
  }

  it('ignores the choice of an app that is not on the list', () => {
    expect(transition(states.listed, { type: 'choose-unlink', id: 'other' })).to.equal(
      states.listed,
    );
    expect(transition(states.listed, { type: 'edit', id: 'other' })).to.equal(states.listed);
  });

  it('sends no request if the name stays the same', () => {
    const next = transition(states.editing, { type: 'rename', name: 'Phone' });
    expect(next).to.deep.equal({ step: 'listed', authenticators });
  });

  it('shows the name that the server returns', () => {
    const authenticator = { ...phone, name: 'NEW' };
    expect(transition(states.renaming, { type: 'renamed', authenticator })).to.deep.equal({
      step: 'listed',
      authenticators: [authenticator, tablet],
      outcome: { kind: 'renamed', authenticator },
    });
  });

  it('keeps the fields that the result of renaming omits', () => {
    const authenticator = { id: phone.id, method: phone.method, name: 'New' };
    const next = transition(states.renaming, { type: 'renamed', authenticator });
    expect(next).to.have.deep.property('authenticators', [{ ...phone, name: 'New' }, tablet]);
  });

  it('keeps the id of the app, whatever id the result of renaming has', () => {
    const next = transition(states.renaming, {
      type: 'renamed',
      authenticator: { ...tablet, name: 'New' },
    });
    expect(next).to.deep.equal({
      step: 'listed',
      authenticators: [{ ...phone, name: 'New' }, tablet],
      outcome: { kind: 'renamed', authenticator: { ...phone, name: 'New' } },
    });
  });

  for (const refused of [unlinking, renaming] as const) {
    it(`continues ${refused.step} after the step-up`, () => {
      const proving = transition(refused, failed('step-up-required'));
      const sent = transition(proving, { type: 'submit-proof', proof: { password: 'x' } });
      expect(transition(sent, { type: 'proved' })).to.include(refused);
    });
  }

  it('keeps the typed name if the step-up is canceled', () => {
    const proving = transition(renaming, failed('step-up-required'));
    expect(transition(proving, { type: 'cancel' })).to.deep.equal({ ...renaming, step: 'editing' });
  });

  it('shows which app was unlinked beside the reloaded list', () => {
    const next = transition(states.refreshing, { type: 'loaded', authenticators: [tablet] });
    expect(next).to.deep.equal({ ...states.refreshing, step: 'listed' });
  });

  it('removes the app from the list once the server confirms', () => {
    expect(transition(states.unlinking, { type: 'unlinked' })).to.deep.equal(states.refreshing);
  });

  it('still shows which app was unlinked if the list cannot be loaded', () => {
    expect(transition(states.refreshing, failed('offline'))).to.deep.equal({
      ...states.refreshing,
      step: 'listed',
    });
  });

  it('fails if the outcome is unknown and the list cannot be loaded', () => {
    const { error } = failed('unknown-outcome');
    const refreshing = transition(unlinking, { type: 'failed', error });
    const next = transition(refreshing, failed('offline'));
    expect(next).to.include({ step: 'failed', error });
    expect(transition(states.refreshing, failed('signed-out')).step).to.equal('failed');
  });

  describe('after a response that decides nothing', () => {
    const cause = new MfaError('timeout', '');
    const error = new MfaError('unknown-outcome', '', {}, cause);
    const after = (
      state: AuthenticatorsState,
      event: FlowInput<AuthenticatorsEvent>,
      loaded: readonly Authenticator[],
    ): AuthenticatorsState =>
      transition(transition(state, event), { type: 'loaded', authenticators: loaded });
    const lost = { type: 'failed', error } as const;

    it('begins nothing else until the list is there', () => {
      const lookingUp = transition(unlinking, lost);
      for (const event of [
        { type: 'edit', id: 'tablet' },
        { type: 'choose-unlink', id: 'tablet' },
        { type: 'enroll' },
        { type: 'recheck' },
        { type: 'cancel' },
      ] as const) {
        expect(transition(lookingUp, event), event.type).to.equal(lookingUp);
      }
    });

    it('looks it up again with the next try, if the list could not be loaded', () => {
      const lookingUp = transition(renaming, lost);
      const unsure = transition(lookingUp, failed('offline'));
      expect(transition(unsure, { type: 'start' })).to.deep.equal(lookingUp);
    });

    it('has unlinked the app if the list is without it', () => {
      expect(after(unlinking, lost, [tablet])).to.deep.equal({
        step: 'listed',
        authenticators: [tablet],
        outcome: { kind: 'unlinked', authenticator: phone },
      });
    });

    it('has not unlinked the app if the list has it', () => {
      expect(after(unlinking, lost, authenticators)).to.deep.equal({
        step: 'listed',
        authenticators,
        outcome: { kind: 'refused', error: cause },
      });
    });

    it('believes the list if the server said that the app is gone', () => {
      const gone = failed('not-found');
      expect(after(unlinking, gone, [tablet])).to.deep.equal({
        step: 'listed',
        authenticators: [tablet],
        outcome: { kind: 'refused', error: gone.error },
      });
      expect(after(unlinking, gone, authenticators)).to.have.nested.property(
        'outcome.error.kind',
        'unexpected',
      );
      const refreshing = transition(unlinking, gone);
      expect(transition(refreshing, failed('offline'))).to.have.nested.property(
        'error.kind',
        'offline',
      );
    });

    it('has renamed the app if the list has its new name', () => {
      const renamed = [{ ...phone, name: renaming.name }, tablet];
      expect(after(renaming, lost, renamed)).to.deep.equal({
        step: 'listed',
        authenticators: renamed,
        outcome: { kind: 'renamed', authenticator: renamed[0] },
      });
    });

    for (const [what, name] of [
      ['with other spaces', 'Mijn telefoon'],
      ['in other capitals', 'MIJN  TELEFOON'],
      ['as a name of its own', 'phone-1'],
    ] as const) {
      it(`has renamed the app if the server stored the name ${what}`, () => {
        const renamed = [{ ...phone, name }, tablet];
        expect(after({ ...renaming, name: 'Mijn  telefoon' }, lost, renamed)).to.deep.equal({
          step: 'listed',
          authenticators: renamed,
          outcome: { kind: 'renamed', authenticator: renamed[0] },
        });
      });
    }

    for (const [what, old, now] of [
      ['with other spaces', 'My  phone ', 'My phone'],
      ['in another Unicode form', 'Te\u0301le\u0301phone', 'T\u00e9l\u00e9phone'],
      ['not at all', undefined, undefined],
    ] as const) {
      it(`has not renamed the app if the list has its old name, ${what}`, () => {
        const named = (name?: string): Authenticator => ({
          id: 'phone',
          method: 'totp',
          ...(name && { name }),
        });
        const state = { ...renaming, target: named(old) };
        const next = after(state, lost, [named(now)]);
        expect(next).to.include({ step: 'editing', name: renaming.name });
      });
    }

    it('has renamed the app if only its spaces changed', () => {
      const state = { ...renaming, target: { ...phone, name: 'My  phone' }, name: 'My phone' };
      const next = after(state, lost, [{ ...phone, name: 'My phone' }]);
      expect(next).to.have.nested.property('outcome.kind', 'renamed');
    });

    it('shows the typed name again if the list has the old one', () => {
      expect(after(renaming, lost, authenticators)).to.deep.equal({
        step: 'editing',
        authenticators,
        target: phone,
        name: renaming.name,
        error: cause,
      });
    });

    it('has nothing to rename if the app is gone', () => {
      const next = after(renaming, lost, [tablet]);
      expect(next).to.have.nested.property('outcome.kind', 'refused');
      expect(next).to.have.nested.property('outcome.error.kind', 'not-found');
    });

    it('has linked an app if the list has a new one', () => {
      const unknown = { type: 'enrollment-unknown', error } as const;
      const enrolling = { step: 'enrolling', authenticators: [phone] } as const;
      expect(after(enrolling, unknown, authenticators)).to.deep.equal({
        step: 'listed',
        authenticators,
        outcome: { kind: 'linked', authenticator: tablet, lostCodes: true },
      });
      const gone = new MfaError('not-found', 'Test');
      expect(after(enrolling, { ...unknown, error: gone }, authenticators))
        .to.have.property('outcome')
        .that.deep.equals({ kind: 'linked', authenticator: tablet });
      expect(after(enrolling, unknown, [phone])).to.have.nested.property('outcome.error', cause);
    });
  });

  it('has ended the sign-in if a sign-in page came in place of the response, and nothing was changed', () => {
    const cause = new MfaError('signed-out', '');
    const error = new MfaError('unknown-outcome', '', {}, cause);
    for (const changing of [unlinking, renaming]) {
      const refreshing = transition(changing, { type: 'failed', error });
      const loaded = transition(refreshing, { type: 'loaded', authenticators });
      expect(loaded, changing.step).to.deep.equal({ step: 'failed', error: cause });
    }
  });

  it('has ended if the list cannot be loaded after it was refused', () => {
    const outcome = { kind: 'refused', error: new MfaError('limit-reached', '') } as const;
    const refreshing = { step: 'refreshing', authenticators, outcome } as const;
    const { error } = failed('offline');
    expect(transition(refreshing, { type: 'failed', error })).to.deep.equal({
      step: 'failed',
      error,
    });
  });

  it('shows why an app could not be linked, beside the same list', () => {
    const error = new MfaError('limit-reached', '');
    expect(transition(states.enrolling, { type: 'enrollment-refused', error })).to.deep.equal({
      step: 'listed',
      authenticators,
      outcome: { kind: 'refused', error },
    });
  });

  it('edits the name of an app that has none yet', () => {
    const nameless = { id: 'new', method: 'totp' };
    const listed = { step: 'listed', authenticators: [phone, nameless] } as const;
    expect(transition(listed, { type: 'edit', id: 'new' })).to.include({ name: '' });
    expect(transition(listed, { type: 'edit', id: 'phone' })).to.include({ name: 'Phone' });
  });

  it('shows that an app was linked only if it was', () => {
    expect(transition(states.enrolling, { type: 'enrollment-closed' })).to.deep.equal(
      states.rechecking,
    );
    const linked = transition(states.enrolling, { type: 'enrolled', authenticator: tablet });
    expect(transition(linked, { type: 'enrollment-closed' })).to.deep.equal({
      step: 'refreshing',
      authenticators,
      outcome: { kind: 'linked', authenticator: tablet },
    });
  });

  it('has the app that was linked on the list, also if that cannot be loaded', () => {
    const enrolling = { step: 'enrolling', authenticators: [phone], linked: tablet } as const;
    const refreshing = transition(enrolling, { type: 'enrollment-closed' });
    expect(transition(refreshing, failed('offline'))).to.deep.equal({
      step: 'listed',
      authenticators,
      outcome: { kind: 'linked', authenticator: tablet },
    });
  });

  it('has linked no app that the list does not have', () => {
    const linked = { kind: 'linked', authenticator: tablet } as const;
    const refreshing = { step: 'refreshing', authenticators, outcome: linked } as const;
    const after = (...list: readonly Authenticator[]) =>
      transition(refreshing, { type: 'loaded', authenticators: list });
    expect(after(phone)).to.have.deep.property('outcome', { kind: 'changed-elsewhere' });
    expect(after(phone, tablet)).to.have.property('outcome', linked);
    expect(after(phone, { ...tablet, id: 'other' }), 'another id').to.have.property(
      'outcome',
      linked,
    );
    const lost = { ...refreshing, outcome: { ...linked, lostCodes: true } } as const;
    const told = transition(lost, { type: 'loaded', authenticators: [phone] });
    expect(told).to.have.deep.property('outcome', { kind: 'changed-elsewhere', lostCodes: true });
  });

  it('has linked an app also if the list, once it could be loaded, gives it a name', () => {
    const unnamed = { id: 'tablet', method: 'totp' };
    const linked = { kind: 'linked', authenticator: unnamed } as const;
    const listed = { step: 'listed', authenticators: [phone, unnamed], outcome: linked } as const;
    const after = (...list: readonly Authenticator[]) =>
      transition(transition(listed, { type: 'recheck' }), { type: 'loaded', authenticators: list });
    expect(after(phone, tablet)).to.have.property('outcome', linked);
    expect(after({ ...phone, name: 'Other' }, tablet)).to.have.deep.property('outcome', {
      kind: 'changed-elsewhere',
    });
    expect(after(phone)).to.have.deep.property('outcome', { kind: 'changed-elsewhere' });
  });

  it('has not unlinked an app that is still on the list, whatever the server said', () => {
    const next = transition(states.refreshing, { type: 'loaded', authenticators });
    expect(next).to.deep.include({ step: 'listed', authenticators });
    expect(next).to.have.nested.property('outcome.kind', 'refused');
    expect(next).to.have.nested.property('outcome.error.kind', 'unexpected');
  });

  for (const [what, old, typed, returned] of [
    ['', 'Phone', 'New', 'Phone'],
    [', with other spaces', 'My  phone ', 'New', 'My phone'],
    [', in another Unicode form', 'Te\u0301le\u0301phone', 'New', 'T\u00e9l\u00e9phone'],
  ] as const) {
    it(`looks up a name that is said to be changed, and is the old one${what}`, () => {
      const target = { ...phone, name: old };
      const state = { ...renaming, target, name: typed } as const;
      const lookingUp = transition(state, {
        type: 'renamed',
        authenticator: { ...phone, name: returned },
      });
      expect(lookingUp).to.have.nested.property('outcome.kind', 'unknown');
      const loaded = (name: string): AuthenticatorsState =>
        transition(lookingUp, { type: 'loaded', authenticators: [{ ...phone, name }] });
      expect(loaded(typed)).to.have.nested.property('outcome.kind', 'renamed');
      expect(loaded(returned)).to.include({ step: 'editing', name: typed });
      expect(loaded(returned)).to.have.nested.property('error.kind', 'unexpected');
    });
  }

  for (const [old, typed, stored] of [
    ['My  phone', 'My phone', 'My phone'],
    ['My phone', 'My  phone', 'My phone'],
    ['My phone', ' My phone ', 'My phone'],
    ['My phone', 'My  phone', 'My  phone'],
  ] as const) {
    it(`has changed "${old}" to "${typed}" if the server stores "${stored}"`, () => {
      const state = { ...renaming, target: { ...phone, name: old }, name: typed };
      const authenticator = { ...phone, name: stored };
      const next = transition(state, { type: 'renamed', authenticator });
      expect(next).to.have.nested.property('outcome.kind', 'renamed');
      const lookingUp = transition(state, failed('unknown-outcome'));
      const found = transition(lookingUp, { type: 'loaded', authenticators: [authenticator] });
      expect(found).to.have.nested.property('outcome.kind', 'renamed');
    });
  }

  describe('of which recovery codes may be lost', () => {
    const error = new MfaError('unknown-outcome', '');
    const enrolling = { step: 'enrolling', authenticators: [phone] } as const;
    const unknown = { type: 'enrollment-unknown', error } as const;
    const loaded = (...list: readonly Authenticator[]) =>
      ({ type: 'loaded', authenticators: list }) as const;
    const third = { ...tablet, id: 'third' };
    const afterAll = (
      events: readonly FlowInput<AuthenticatorsEvent>[],
      from: AuthenticatorsState = enrolling,
    ): AuthenticatorsState => events.reduce(transition, from);
    const changed = { kind: 'changed-elsewhere', lostCodes: true } as const;

    it('does not say that an app was linked which another tab may have linked', () => {
      const told = afterAll([{ type: 'changed-elsewhere' }, unknown, loaded(phone, tablet)]);
      expect(told).to.have.deep.property('outcome', changed);
      const several = afterAll([unknown, loaded(phone, tablet, third)]);
      expect(several).to.have.deep.property('outcome', changed);
    });

    const canceled = afterAll([
      { type: 'linking', mayBeLinked: true },
      { type: 'enrollment-closed' },
    ]);
    const failedOnce = afterAll([failed('offline'), { type: 'recheck' }], canceled);

    for (const [what, rechecking] of [
      ['', canceled],
      [', and the list could not be loaded at first', failedOnce],
    ] as const) {
      it(`says so if an app is new on the list after the person has canceled${what}`, () => {
        const told = transition(rechecking, loaded(phone, tablet));
        expect(told).to.have.deep.property('outcome', changed);
        expect(transition(rechecking, loaded(phone))).to.deep.equal({
          step: 'listed',
          authenticators: [phone],
          mayBeLinked: true,
        });
        for (const list of [[{ ...phone, name: 'Other' }], []]) {
          const elsewhere = { kind: 'changed-elsewhere' };
          const next = transition(rechecking, loaded(...list));
          expect(next).to.have.deep.property('outcome', elsewhere);
          expect(next).to.have.property('mayBeLinked', true);
        }
      });
    }

    it('says so if a later list has the app, after a look-up that came too soon', () => {
      const tooSoon = afterAll([unknown, loaded(phone)]);
      expect(tooSoon).to.have.nested.property('outcome.kind', 'refused');
      const later = afterAll([{ type: 'recheck' }, loaded(phone, tablet)], tooSoon);
      expect(later).to.have.deep.property('outcome', changed);
    });

    it('still says so beside a list that has changed since', () => {
      const told = afterAll([unknown, loaded(phone, tablet), { type: 'recheck' }, loaded(tablet)]);
      expect(told).to.have.deep.property('outcome', changed);
    });

    const forget = (state: AuthenticatorsState, isShown = true) =>
      authenticatorsFlow.afterForgetting?.(state, isShown);
    const start = { type: 'start' } as const;
    const doubts = [
      ['a code was on its way', afterAll([{ type: 'linking', mayBeLinked: true }])],
      ['it was looked up', afterAll([unknown])],
      ['it could not be looked up', afterAll([unknown, failed('offline')])],
      ['the person had canceled', canceled],
      [
        'the person had canceled, and the list could not be loaded',
        transition(canceled, failed('offline')),
      ],
    ] as const;
    const tellings = [
      ['it was told', afterAll([unknown, loaded(phone, tablet)])],
      [
        'it was told, and the list is loaded again',
        afterAll([unknown, loaded(phone, tablet), { type: 'recheck' }]),
      ],
    ] as const;
    const returned = (state: AuthenticatorsState) =>
      [
        ['', forget(state)],
        [', twice', forget(forget(state) ?? states.idle)],
        [', and while the list is loaded', forget(transition(forget(state) ?? states.idle, start))],
        [
          ', and the list could not be loaded',
          forget(afterAll([start, failed('offline')], forget(state))),
        ],
      ] as const;

    for (const [what, state] of [...doubts, ...tellings]) {
      for (const [how, forgotten] of returned(state)) {
        it(`says so after everything was forgotten when ${what}${how}`, () => {
          expect(forgotten).to.include({ step: 'idle' });
          expect(JSON.stringify(forgotten), 'it keeps ids').not.to.match(/Phone|Tablet|totp/);
          const loading = transition(forgotten ?? states.idle, start);
          expect(loading, 'no old row shows').not.to.have.property('authenticators');
          const told = transition(loading, loaded(phone, tablet));
          expect(told).to.have.nested.property('outcome.kind', 'linked');
          expect(told).to.have.nested.property('outcome.authenticator.id', 'tablet');
          expect(told).to.have.nested.property('outcome.lostCodes');
        });
      }
    }

    for (const [what, state] of doubts) {
      it(`says nothing of an app that is not on the list when ${what}, until a later list has it`, () => {
        const tooSoon = afterAll([start, loaded(phone)], forget(state));
        expect(tooSoon).to.deep.equal({
          step: 'listed',
          authenticators: [phone],
          mayBeLinked: true,
        });
        const recheck = [{ type: 'recheck' }, loaded(phone)] as const;
        const later = afterAll([...recheck, { type: 'recheck' }, loaded(phone, tablet)], tooSoon);
        expect(later).to.have.deep.property('outcome', changed);
      });
    }

    for (const [what, state] of tellings) {
      it(`does not say that an app is linked which is gone when ${what}`, () => {
        const told = afterAll([start, loaded(phone)], forget(state));
        expect(told).to.have.nested.property('outcome.kind', 'changed-elsewhere');
        expect(told).to.have.nested.property('outcome.lostCodes');
      });

      it(`says so once more when ${what}`, () => {
        const again = afterAll([start, loaded(phone, tablet)], forget(state));
        expect(forget(again)).to.equal(undefined);
        expect(forget(transition(again, { type: 'recheck' }))).to.equal(undefined);
        expect(forget(again, false), 'unless it did not show').to.include({ step: 'idle' });
      });
    }

    it('says so once more of a list that has changed', () => {
      const told = { step: 'listed', authenticators, outcome: changed } as const;
      const again = afterAll([start, loaded(phone, tablet, third)], forget(told));
      expect(again).to.have.nested.property('outcome.kind', 'changed-elsewhere');
      expect(again).to.have.nested.property('outcome.lostCodes');
    });

    for (const [what, state] of [
      ...Object.entries(states),
      [
        'an answered code',
        afterAll([
          { type: 'linking', mayBeLinked: true },
          { type: 'linking', mayBeLinked: false },
        ]),
      ],
      ['a linked app', { ...enrolling, mayBeLinked: true, linked: tablet }],
      [
        'an app that the server no longer has',
        afterAll([{ ...unknown, error: new MfaError('not-found', '') }]),
      ],
      ['an unknown unlinking', afterAll([{ type: 'failed', error }], unlinking)],
      ['an unknown name', afterAll([{ type: 'failed', error }, failed('offline')], renaming)],
    ] as const) {
      it(`says nothing after everything was forgotten at ${what}`, () => {
        expect(authenticatorsFlow.afterForgetting?.(state, true)).to.equal(undefined);
      });
    }
  });

  for (const [what, list, changed] of [
    ['shows that an app was linked elsewhere', [...authenticators, { ...tablet, id: 'new' }], true],
    ['shows that an app was removed elsewhere', [tablet], true],
    ['shows that an app was renamed elsewhere', [{ ...phone, name: 'Other' }, tablet], true],
    [
      'shows nothing for an app that was used',
      [{ ...phone, lastUsedAt: new Date() }, tablet],
      false,
    ],
    ['shows nothing for another order', [tablet, phone], false],
  ] as const) {
    it(`${what} after a recheck`, () => {
      const next = transition(states.rechecking, { type: 'loaded', authenticators: list });
      expect(next).to.deep.equal({
        step: 'listed',
        authenticators: list,
        ...(changed && { outcome: { kind: 'changed-elsewhere' } }),
      });
    });
  }

  it('keeps the list and the outcome beside it if a recheck fails', () => {
    const outcome = { kind: 'unlinked', authenticator: phone } as const;
    const rechecking = { ...states.rechecking, outcome };
    expect(transition(rechecking, failed('offline'))).to.deep.equal({
      ...rechecking,
      step: 'listed',
    });
    expect(transition(rechecking, failed('signed-out')).step).to.equal('failed');
  });
});
