import { expect } from '@open-wc/testing';
import type { MfaBackend, MfaOperation } from '../../src/backend/backend.js';
import { MfaError } from '../../src/backend/mfa-error.js';
import { challengeFlow } from '../../src/flow/challenge.js';
import { enrollmentFlow } from '../../src/flow/enrollment/enrollment.js';
import { FlowController, type Flow, type FlowHost } from '../../src/flow/flow-controller.js';
import { SAMPLE, scriptedBackend } from '../../src/testing/index.js';

/** A host that records updates and failures. */
class Host implements FlowHost {
  isConnected = true;
  updates = 0;
  readonly failures: string[] = [];
  forgotten = 0;
  readonly updateComplete = Promise.resolve(true);

  constructor(readonly activeBackend: MfaBackend) {}

  addController = () => undefined;
  removeController = () => undefined;

  requestUpdate(): void {
    this.updates += 1;
  }

  requestFailed(error: MfaError, operation: MfaOperation): void {
    this.failures.push(`${operation}: ${error.kind}`);
  }

  forget(): void {
    this.forgotten += 1;
  }
}

/** Resolves after all pending promises have settled. */
const settled = () => new Promise((resolve) => setTimeout(resolve));

function challenging(backend: MfaBackend = scriptedBackend({ state: 'code-required' })) {
  const host = new Host(backend);
  const flow = new FlowController(host, challengeFlow);
  flow.hostConnected();
  flow.dispatch({ type: 'start' });
  return { host, flow };
}

const submit = { type: 'submit', code: SAMPLE.code } as const;

describe('a flow that runs', () => {
  it('sends one request, regardless of what is pressed while it is busy', async () => {
    const backend = scriptedBackend({ state: 'code-required' });
    const held = backend.hold('verify');
    const { flow } = challenging(backend);
    flow.dispatch(submit);
    flow.dispatch(submit);
    flow.dispatch({ type: 'choose-proof', proof: 'recovery-code' });
    await held.called;
    expect(backend.calls).to.have.length(1);
    held.proceed();
    await settled();
    expect(flow.state.step).to.equal('verified');
  });

  it('leaves no secret in the last match of a regular expression if a response comes too late (C9)', async () => {
    const verify = () =>
      settled().then(() => {
        expect('012345').to.match(/(.+)/);
        return {};
      });
    const { flow } = challenging({ verify });
    flow.dispatch(submit);
    flow.reset();
    await settled();
    await settled();
    expect([RegExp.input, RegExp.lastMatch, RegExp.$1]).to.deep.equal(['', '', '']);
  });

  it('updates the host only if the state changed', () => {
    const { flow, host } = challenging();
    const { updates } = host;
    flow.dispatch({ type: 'start' });
    expect(host.updates).to.equal(updates);
  });

  it('does not update the host if it is reset at the beginning', () => {
    const { flow, host } = challenging();
    flow.reset();
    const { updates } = host;
    flow.reset();
    expect(host.updates).to.equal(updates);
  });

  it('waits for the person at a step without a request', async () => {
    const { flow, host } = challenging();
    await settled();
    expect(flow.state).to.deep.equal({ step: 'asking', proof: 'code' });
    expect(host.failures).to.deep.equal([]);
  });

  it('reports no failed operation if a step fails without a request', async () => {
    const host = new Host({});
    const flow = new FlowController(host, {
      initial: { step: 'begin' },
      transition: (_state, { type }: { readonly type: string }) => ({ step: type }),
      effect: ({ step }) => (step === 'start' ? Promise.reject(new Error(step)) : undefined),
    });
    flow.dispatch({ type: 'start' });
    await settled();
    expect(flow.state).to.deep.equal({ step: 'failed' });
    expect(host.failures).to.deep.equal([]);
  });

  it('tells each step which operations the backend offers', () => {
    const offered: boolean[] = [];
    const host = new Host(scriptedBackend({ state: 'code-required' }));
    const flow = new FlowController(host, {
      initial: { step: 'begin' },
      transition: (_state, { type }: { readonly type: string }) => ({ step: type }),
      effect: (_state, _request, offers) => {
        offered.push(offers('status'));
        return undefined;
      },
    });
    flow.dispatch({ type: 'start' });
    Object.assign(host, { activeBackend: {} });
    flow.dispatch({ type: 'start' });
    expect(offered).to.deep.equal([true, false]);
  });

  it('freezes every state, the first included', async () => {
    const { flow } = challenging();
    expect(Object.isFrozen(new FlowController(new Host({}), enrollmentFlow).state)).to.equal(true);
    expect(Object.isFrozen(flow.state)).to.equal(true);
    flow.dispatch(submit);
    expect(Object.isFrozen(flow.state)).to.equal(true);
    await settled();
    expect(Object.isFrozen(flow.state)).to.equal(true);
  });

  it('fails with misconfigured if the backend lacks an operation', async () => {
    const { flow, host } = challenging({});
    flow.dispatch(submit);
    await settled();
    expect(flow.state.step).to.equal('failed');
    expect(host.failures).to.deep.equal(['verify: misconfigured']);
  });

  for (const [what, thrown] of [
    ['an Error', new Error('123456')],
    ['a string', 'offline'],
    ['nothing', undefined],
    ['an object that looks like ours', { kind: 'offline', facts: {} }],
  ] as const) {
    it(`fails with unexpected if the backend throws ${what}`, async () => {
      const verify = () => {
        // eslint-disable-next-line @typescript-eslint/only-throw-error -- any value may be thrown
        throw thrown;
      };
      const { flow, host } = challenging({ verify });
      flow.dispatch(submit);
      await settled();
      expect(host.failures).to.deep.equal(['verify: unexpected']);
      if (flow.state.step !== 'asking') throw new Error(flow.state.step);
      expect(flow.state.error?.message).not.to.include('123456');
    });
  }

  it('fails with unexpected if the result is null', async () => {
    const host = new Host({ startEnrollment: () => Promise.resolve(null as never) });
    const flow = new FlowController(host, enrollmentFlow);
    flow.dispatch({ type: 'start' });
    await settled();
    expect(flow.state.step).to.equal('failed');
    expect(host.failures).to.deep.equal(['startEnrollment: unexpected']);
  });

  it('calls operations with the backend as this', async () => {
    class Backend {
      readonly #result = {};
      verify() {
        return Promise.resolve(this.#result);
      }
    }
    const { flow } = challenging(new Backend());
    flow.dispatch(submit);
    await settled();
    expect(flow.state.step).to.equal('verified');
  });
});

describe('a flow that ends', () => {
  it('aborts its request on reset and drops the late response', async () => {
    const backend = scriptedBackend({ state: 'code-required' });
    const held = backend.hold('verify');
    const { flow, host } = challenging(backend);
    flow.dispatch(submit);
    const { signal } = await held.called;
    flow.reset();
    expect(signal?.aborted).to.equal(true);
    flow.dispatch({ type: 'start' });
    held.proceed();
    await settled();
    expect(flow.state.step).to.equal('asking');
    expect(host.failures).to.deep.equal([]);
  });

  it('remembers only what the flow says', () => {
    interface Counter {
      readonly step: 'idle' | 'counting';
      readonly count: number;
    }
    const counter: Flow<Counter, { readonly type: 'count' }> = {
      initial: { step: 'idle', count: 0 },
      transition: ({ count }) => ({ step: 'counting', count: count + 1 }),
      effect: () => undefined,
      afterForgetting: ({ count }) => (count > 1 ? { step: 'idle', count } : undefined),
    };
    const flow = new FlowController(new Host({}), counter);
    flow.dispatch({ type: 'count' });
    flow.reset();
    expect(flow.state).to.deep.equal({ step: 'idle', count: 0 });
    flow.dispatch({ type: 'count' });
    flow.dispatch({ type: 'count' });
    flow.reset();
    expect(flow.state).to.deep.equal({ step: 'idle', count: 2 });
    expect(Object.isFrozen(flow.state)).to.equal(true);
    flow.clear();
    expect(flow.state, 'for another person').to.deep.equal({ step: 'idle', count: 0 });
  });

  it('tells the flow whether what it forgets was on the screen', () => {
    const told: boolean[] = [];
    const flow = new FlowController(new Host({}), {
      ...challengeFlow,
      afterForgetting: (_state, isShown) => {
        told.push(isShown);
        return undefined;
      },
    });
    flow.dispatch({ type: 'start' });
    flow.hostUpdated();
    flow.reset();
    flow.dispatch({ type: 'start' });
    flow.hostUpdated();
    flow.dispatch(submit);
    flow.reset();
    expect(told).to.deep.equal([true, false]);
  });

  it('drops the response of a backend that ignores the abort', async () => {
    let answer = (_result: object) => undefined as void;
    const verify = () => new Promise<object>((resolve) => (answer = resolve));
    const { flow } = challenging({ verify });
    flow.dispatch(submit);
    const answerFirst = answer;
    flow.reset();
    flow.dispatch({ type: 'start' });
    await settled();
    flow.dispatch({ type: 'submit', code: '654321' });
    answerFirst({});
    await settled();
    expect(flow.state.step).to.equal('verifying');
  });

  it('drops a late failure too', async () => {
    let refuse = (_error: MfaError) => undefined as void;
    const verify = () => new Promise<object>((_, reject) => (refuse = reject));
    const { flow, host } = challenging({ verify });
    flow.dispatch(submit);
    await settled();
    flow.reset();
    refuse(new MfaError('offline', ''));
    await settled();
    expect(flow.state.step).to.equal('idle');
    expect(host.failures).to.deep.equal([]);
  });

  it('keeps its step and its request if the host is only moved', async () => {
    const backend = scriptedBackend({ state: 'code-required' });
    const held = backend.hold('verify');
    const { flow, host } = challenging(backend);
    flow.dispatch(submit);
    const { signal } = await held.called;
    flow.hostDisconnected();
    flow.hostConnected();
    await settled();
    expect(signal?.aborted).to.equal(false);
    expect(host.forgotten).to.equal(0);
    held.proceed();
    await settled();
    expect(flow.state.step).to.equal('verified');
  });

  it('forgets everything when the host is removed, and calls forget of the host', async () => {
    const { flow, host } = challenging();
    host.isConnected = false;
    flow.hostDisconnected();
    await settled();
    expect(flow.state).to.deep.equal({ step: 'idle' });
    expect(host.forgotten).to.equal(1);
  });

  it('forgets everything when the page is left, and calls forget of the host', () => {
    const { flow, host } = challenging();
    flow.dispatch(submit);
    window.dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }));
    expect(flow.state).to.deep.equal({ step: 'idle', mayBeVerifiedBy: 'code' });
    expect(host.forgotten).to.equal(1);
  });

  it('does not listen to the page once the host is removed', async () => {
    const { flow, host } = challenging();
    host.isConnected = false;
    flow.hostDisconnected();
    await settled();
    flow.dispatch({ type: 'start' });
    window.dispatchEvent(new PageTransitionEvent('pagehide'));
    expect(flow.state.step).to.equal('asking');
  });
});
