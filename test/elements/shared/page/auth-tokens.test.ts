import { expect } from '@open-wc/testing';
import '../../../../src/elements/authenticators/mfa-authenticators.js';
import '../../../../src/elements/challenge/mfa-challenge.js';
import '../../../../src/elements/login/mfa-login.js';
import type { BackendDefinition } from '../../../../src/backend/definition/definition.js';
import { MfaTokensEvent } from '../../../../src/elements/events.js';
import { SAMPLE } from '../../../../src/testing/index.js';
import { ConsoleRecorder } from '../../../support/console-recorder.js';
import { attributes, lastingTraces, PLANTED, tracesIn } from '../../../support/planted-secrets.js';
import { hearEvents } from '../../../support/events.js';
import { message } from '../../../support/message.js';
import { show, untilText } from '../../../support/page.js';
import { enter } from '../../challenge/challenge-page.js';

const answers = (body: object) => () => Promise.resolve(Response.json(body));

const definition: BackendDefinition = {
  operations: {
    status: { request: 'GET /status', result: { state: 'code-required', methods: ['totp'] } },
    verify: {
      request: 'POST /verify',
      body: { code: '{code}' },
      tokens: { accessToken: '$.access', refreshToken: '$.refresh' },
    },
  },
};
const given = { access: PLANTED.secret, refresh: 'verversen' };

describe('auth tokens that a backend sends for the page', () => {
  const events = hearEvents();

  async function signIn(tag: 'mfa-login' | 'mfa-challenge', listen: boolean) {
    const element = await show(tag, { baseUrl: '/api', definition, fetcher: answers(given) });
    const heard: MfaTokensEvent[] = [];
    if (listen) element.addEventListener('mfa-tokens', (event) => heard.push(event));
    const reached: string[] = [];
    const reach = ({ type }: Event) => reached.push(type);
    document.addEventListener('mfa-tokens', reach);
    await untilText(element, message('challenge.code.heading'));
    enter(element, SAMPLE.code);
    await untilText(element, message('challenge.verified.heading'));
    document.removeEventListener('mfa-tokens', reach);
    expect(reached, 'above the tag').to.deep.equal([]);
    return { element, heard };
  }

  for (const tag of ['mfa-login', 'mfa-challenge'] as const) {
    it(`are dispatched at the ${tag} of the page, and do not bubble`, async () => {
      const { element, heard } = await signIn(tag, true);
      expect(heard).to.have.length(1);
      expect(heard[0]).to.be.instanceOf(MfaTokensEvent);
      expect(heard[0]?.target === element).to.equal(true);
      expect(heard[0]?.bubbles).to.equal(false);
      expect(heard[0]?.composed).to.equal(false);
      expect(heard[0]?.detail).to.deep.equal({
        operation: 'verify',
        tokens: { accessToken: given.access, refreshToken: given.refresh },
      });
      expect(Object.isFrozen(heard[0]?.detail)).to.equal(true);
      expect(Object.isFrozen(heard[0]?.detail.tokens)).to.equal(true);
    });
  }

  it('are stored nowhere, with or without a listener', async () => {
    const logged = new ConsoleRecorder();
    const { element } = await signIn('mfa-login', false);
    logged.stop();
    const details = events.heard.all.map(({ detail }) => JSON.stringify(detail));
    expect(tracesIn([...details, ...logged.messages, attributes(element)].join())).to.deep.equal(
      [],
    );
    expect(await lastingTraces()).to.deep.equal([]);
    expect(events.heard.names).to.deep.equal(['mfa-verified']);
  });
});
