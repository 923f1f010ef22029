import { expect } from '@open-wc/testing';
import type { MfaOperation } from '../../src/backend/backend.js';
import { MfaError } from '../../src/backend/mfa-error.js';
import { authenticatorsFlow } from '../../src/flow/authenticators/authenticators.js';
import { challengeFlow } from '../../src/flow/challenge.js';
import { enrollmentFlow } from '../../src/flow/enrollment/enrollment.js';
import type { Flow, RequestOperation } from '../../src/flow/flow-controller.js';
import { loginFlow } from '../../src/flow/login.js';
import { recoveryCodesFlow } from '../../src/flow/recovery-codes.js';

const app = { id: 'a1', method: 'totp', name: 'Telefoon' };
const list = { authenticators: [app] };
const secret = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP';
const otpauthUri = `otpauth://totp/Profi:klant?secret=${secret}&issuer=Profi`;
const enrollment = { id: 'e1', method: 'totp', secret, otpauthUri };
const status = { state: 'code-required', methods: ['totp'] } as const;
const error = new MfaError('invalid-code', '');

/** Enters a state, and returns the request that it sends with the event that the response becomes. */
async function enter<State extends { readonly step: string }, Event>(
  flow: Flow<State, Event>,
  state: State,
  response: () => Promise<unknown> = () => Promise.resolve(undefined),
  offers: (operation: MfaOperation) => boolean = () => true,
) {
  const requests: unknown[] = [];
  const request = ((...given: unknown[]) => {
    requests.push(given);
    return response();
  }) as RequestOperation;
  const effect = flow.effect(state, request, offers);
  return { requests, event: await effect, waits: effect !== undefined };
}

const responding = (result: unknown) => () => Promise.resolve(result);

describe('the request of a step', () => {
  it('of the list asks which apps are linked, whatever the reason', async () => {
    for (const state of [
      { step: 'loading' },
      { step: 'refreshing', outcome: { kind: 'changed-elsewhere' }, ...list },
      { step: 'rechecking', ...list },
    ] as const) {
      const { requests, event } = await enter(authenticatorsFlow, state, responding([app]));
      expect(requests).to.deep.equal([['listAuthenticators']]);
      expect(event).to.deep.equal({ type: 'loaded', ...list });
    }
  });

  it('that changes an app names this app', async () => {
    const unlinking = { step: 'unlinking', target: app, ...list } as const;
    expect(await enter(authenticatorsFlow, unlinking)).to.deep.include({
      requests: [['unlinkAuthenticator', { authenticatorId: 'a1' }]],
      event: { type: 'unlinked' },
    });
    const renaming = { step: 'renaming', target: app, name: 'Tablet', ...list } as const;
    const renamed = { ...app, name: 'Tablet' };
    expect(await enter(authenticatorsFlow, renaming, responding(renamed))).to.deep.include({
      requests: [['renameAuthenticator', { authenticatorId: 'a1', name: 'Tablet' }]],
      event: { type: 'renamed', authenticator: renamed },
    });
  });

  it('that checks a proof sends the proof and nothing else, in every flow', async () => {
    const checking = {
      step: 'checking-proof',
      proofs: ['password'],
      proof: { password: 'geheim' },
    } as const;
    const expected = { requests: [['stepUp', { password: 'geheim' }]], event: { type: 'proved' } };
    const unlinking = { step: 'unlinking', target: app, ...list } as const;
    const generating = { step: 'generating' } as const;
    const starting = { step: 'starting' } as const;
    for (const entered of [
      enter(authenticatorsFlow, { ...checking, next: unlinking }),
      enter(recoveryCodesFlow, { ...checking, next: generating }),
      enter(enrollmentFlow, { ...checking, next: starting }),
    ]) {
      expect(await entered).to.deep.include(expected);
    }
  });

  it('of the recovery codes asks how many are left, or for new ones', async () => {
    const left = { left: 7, total: 10 };
    expect(await enter(recoveryCodesFlow, { step: 'loading' }, responding(left))).to.deep.include({
      requests: [['recoveryCodesStatus']],
      event: { type: 'loaded', status: left },
    });
    const codes = ['AAAA-AAAA'];
    const generated = await enter(recoveryCodesFlow, { step: 'generating' }, responding(codes));
    expect(generated).to.deep.include({
      requests: [['generateRecoveryCodes']],
      event: { type: 'generated', codes },
    });
  });

  it('of the sign-in asks which step is due', async () => {
    expect(await enter(loginFlow, { step: 'checking' }, responding(status))).to.deep.include({
      requests: [['status']],
      event: { type: 'checked', status },
    });
    const rechecking = { step: 'rechecking', proof: 'code', error } as const;
    expect(await enter(challengeFlow, rechecking, responding(status))).to.deep.include({
      requests: [['status']],
      event: { type: 'rechecked', state: 'code-required' },
    });
  });

  it('after a lost response looks up the status, if the backend has one', async () => {
    const challenge = { step: 'rechecking', proof: 'code', error } as const;
    const without = await enter(challengeFlow, challenge, undefined, () => false);
    expect(without).to.deep.include({ requests: [], event: { type: 'rechecked' } });
    const asked: MfaOperation[] = [];
    await enter(challengeFlow, challenge, responding(status), (operation) => {
      asked.push(operation);
      return true;
    });
    expect(asked).to.deep.equal(['status']);
  });

  it('of the enrollment looks up the status after a lost response, if the backend has one', async () => {
    const rechecking = { step: 'rechecking', error, enrollment } as const;
    expect(await enter(enrollmentFlow, rechecking, responding(status))).to.deep.include({
      requests: [['status']],
      event: { type: 'rechecked', status },
    });
    const asked: MfaOperation[] = [];
    const without = await enter(enrollmentFlow, rechecking, undefined, (operation) => {
      asked.push(operation);
      return false;
    });
    expect(without).to.deep.include({ requests: [], event: { type: 'rechecked' } });
    expect(asked).to.deep.equal(['status']);
  });

  it('of the enrollment starts one, also when more time is asked for', async () => {
    for (const state of [{ step: 'starting' }, { step: 'extending', enrollment }] as const) {
      expect(await enter(enrollmentFlow, state, responding(enrollment))).to.deep.include({
        requests: [['startEnrollment']],
        event: { type: 'started', enrollment },
      });
    }
  });

  for (const [name, uri] of [
    ['a script', `javascript:alert(1)//${otpauthUri}`],
    ['a counter', otpauthUri.replace('totp', 'hotp')],
    ['no secret', 'otpauth://totp/klant'],
  ] as const) {
    it(`of the enrollment fails if the URI for the app is ${name} (C25)`, async () => {
      const response = responding({ ...enrollment, otpauthUri: uri });
      let thrown: unknown;
      await enter(enrollmentFlow, { step: 'starting' }, response).catch((one: unknown) => {
        thrown = one;
      });
      expect(thrown).to.be.instanceOf(RangeError);
    });
  }

  it('that confirms sends the code and the secret that it belongs to, and a name if there is one', async () => {
    const confirming = { step: 'confirming', code: '012345', enrollment } as const;
    const input = { enrollmentId: 'e1', secret, code: '012345' };
    const confirmation = { authenticator: app };
    expect(await enter(enrollmentFlow, confirming, responding(confirmation))).to.deep.include({
      requests: [['confirmEnrollment', input]],
      event: { type: 'confirmed', confirmation },
    });
    const named = await enter(enrollmentFlow, { ...confirming, name: 'Werk' });
    expect(named.requests).to.deep.equal([['confirmEnrollment', { ...input, name: 'Werk' }]]);
  });

  for (const [name, response] of [
    ['the server forgets it', () => Promise.resolve(undefined)],
    ['the server cannot be reached', () => Promise.reject(new MfaError('offline', ''))],
  ] as const) {
    it(`that cancels ends the same if ${name}`, async () => {
      const canceling = { step: 'canceling', enrollmentId: 'e1' } as const;
      expect(await enter(enrollmentFlow, canceling, response)).to.deep.include({
        requests: [['cancelEnrollment', { enrollmentId: 'e1' }]],
        event: { type: 'canceled' },
      });
    });
  }

  it('is none while a refused code is explained, however long that takes', async () => {
    const diagnosing = { step: 'diagnosing', code: '012345', error, enrollment } as const;
    let requests = 0;
    const respond = () => Promise.resolve((requests += 1));
    await enter(enrollmentFlow, diagnosing, respond).catch(() => undefined);
    expect(requests).to.equal(0);
  });

  it('is none where the person acts next', async () => {
    const asking = { step: 'asking', target: app, ...list } as const;
    const next = { step: 'generating' } as const;
    const proving = { step: 'proving', next, proofs: ['code'] } as const;
    const nothing = { requests: [], event: undefined, waits: false };
    expect(await enter(authenticatorsFlow, { step: 'listed', ...list })).to.deep.equal(nothing);
    expect(await enter(authenticatorsFlow, asking)).to.deep.equal(nothing);
    expect(await enter(recoveryCodesFlow, proving)).to.deep.equal(nothing);
    expect(await enter(recoveryCodesFlow, { step: 'generated', codes: [] })).to.deep.equal(nothing);
    expect(await enter(enrollmentFlow, { step: 'scanning', enrollment })).to.deep.equal(nothing);
    expect(await enter(enrollmentFlow, { step: 'expired' })).to.deep.equal(nothing);
    expect(await enter(loginFlow, { step: 'challenging', status })).to.deep.equal(nothing);
    expect(await enter(challengeFlow, { step: 'asking', proof: 'code' })).to.deep.equal(nothing);
  });
});
