import { expect } from '@open-wc/testing';
import 'mfa-elements/define';
import { ChallengeHarness, SAMPLE } from 'mfa-elements/testing';
import {
  refreshingFetcher,
  type Session,
} from '../../../stories/guides/examples/refreshing-fetcher.js';
import { message } from '../../support/message.js';
import { mount } from './mount.js';

const ORIGIN = 'https://api.example';
const EXPIRED = { status: 401, headers: { 'WWW-Authenticate': 'Bearer error="invalid_token"' } };
const WRONG_CODE = { status: 401 };

/** The reason of the failure; not the response, which the runner cannot print. */
const reasonOf = (asked: Promise<Response>): Promise<string> =>
  asked.then(
    ({ status }) => `answered with ${status}`,
    (thrown: Error) => thrown.message,
  );

interface Sent {
  readonly method: string;
  readonly authorization: string | null;
  readonly proof: string | null;
  readonly init: RequestInit;
}

describe('the example of a fetcher that refreshes a token', () => {
  const { fetch } = globalThis;
  let sent: Sent[];
  let answers: (ResponseInit | Error | (() => Promise<Response>))[];
  let refreshes: number;
  let token: string | undefined;

  beforeEach(() => {
    sent = [];
    answers = [];
    refreshes = 0;
    token = 'old';
    globalThis.fetch = async (_url, init = {}) => {
      const headers = new Headers(init.headers);
      const { method = 'GET' } = init;
      const authorization = headers.get('Authorization');
      sent.push({ method, authorization, proof: headers.get('DPoP'), init });
      const answer = answers.shift() ?? { status: 200 };
      await Promise.resolve();
      if (answer instanceof Error) throw answer;
      return typeof answer === 'function' ? answer() : new Response(null, answer);
    };
  });

  afterEach(() => {
    globalThis.fetch = fetch;
  });

  const fetcherWith = (session: Partial<Session> = {}) =>
    refreshingFetcher(ORIGIN, {
      token: () => token,
      refresh: async () => {
        refreshes += 1;
        await Promise.resolve();
        token = 'new';
      },
      ...session,
    });
  const ask = (method: string, session?: Partial<Session>) =>
    fetcherWith(session)(`${ORIGIN}/mfa`, { method });
  const tokens = () => sent.map(({ authorization }) => authorization);

  it('adds the token, and changes nothing else', async () => {
    const { signal } = new AbortController();
    const init = {
      method: 'POST',
      body: '{}',
      signal,
      redirect: 'manual',
      cache: 'no-store',
    } as const;
    const headers = new Headers({ 'X-Own': 'eigen' });
    await fetcherWith()(`${ORIGIN}/mfa`, { ...init, headers });
    expect(sent).to.have.length(1);
    // Compared one by one: the runner cannot print a signal.
    for (const name of Object.keys(init) as (keyof typeof init)[]) {
      expect(sent[0]?.init[name] === init[name], name).to.equal(true);
    }
    expect([...new Headers(sent[0]?.init.headers)]).to.deep.equal([
      ['authorization', 'Bearer old'],
      ['x-own', 'eigen'],
    ]);
    expect([...headers], 'what it was given').to.deep.equal([['x-own', 'eigen']]);
  });

  it('repeats a read with a new token', async () => {
    answers = [WRONG_CODE];
    expect((await ask('GET')).status).to.equal(200);
    expect(tokens()).to.deep.equal(['Bearer old', 'Bearer new']);
  });

  it('repeats a change only if the server refused the token', async () => {
    answers = [EXPIRED];
    expect((await ask('POST')).status).to.equal(200);
    expect(tokens()).to.deep.equal(['Bearer old', 'Bearer new']);
  });

  it('never sends a wrong code twice', async () => {
    answers = [WRONG_CODE];
    expect((await ask('POST')).status).to.equal(401);
    expect(tokens()).to.deep.equal(['Bearer old']);
    expect(refreshes).to.equal(0);
  });

  it('never repeats a request without a response, whatever its method', async () => {
    for (const method of ['GET', 'POST', 'DELETE']) {
      answers = [new TypeError('Failed to fetch')];
      expect(await reasonOf(ask(method)), method).to.equal('Failed to fetch');
    }
    expect(sent).to.have.length(3);
    expect(refreshes).to.equal(0);
  });

  it('gives up after one refresh', async () => {
    answers = [EXPIRED, EXPIRED];
    expect((await ask('GET')).status).to.equal(401);
    expect(sent).to.have.length(2);
    expect(refreshes).to.equal(1);
  });

  it('returns the refusal if there is no new token', async () => {
    const over = [() => Promise.reject(new Error('voorbij')), () => Promise.resolve()] as const;
    for (const refresh of over) {
      const forgets = () => {
        token = undefined;
        return refresh();
      };
      token = 'old';
      answers = [EXPIRED];
      expect((await ask('GET', { refresh: forgets })).status).to.equal(401);
    }
    expect(sent).to.have.length(2);
  });

  it('refreshes once for several refused requests', async () => {
    answers = [EXPIRED, EXPIRED];
    const fetcher = fetcherWith();
    await Promise.all(['/a', '/b'].map((path) => fetcher(ORIGIN + path, { method: 'GET' })));
    expect(refreshes).to.equal(1);
    expect(tokens().slice(2)).to.deep.equal(['Bearer new', 'Bearer new']);
  });

  it('uses the token that another request got in the meantime', async () => {
    answers = [
      () => {
        token = 'of another';
        return Promise.resolve(new Response(null, EXPIRED));
      },
    ];
    await ask('POST');
    expect(tokens()).to.deep.equal(['Bearer old', 'Bearer of another']);
    expect(refreshes).to.equal(0);
  });

  it('sends nothing more after an abort', async () => {
    answers = [EXPIRED];
    const calling = new AbortController();
    const refresh = () => {
      token = 'new';
      calling.abort(new Error('weg'));
      return Promise.resolve();
    };
    const asked = fetcherWith({ refresh })(`${ORIGIN}/mfa`, {
      method: 'GET',
      signal: calling.signal,
    });
    expect(await reasonOf(asked)).to.equal('weg');
    expect(sent).to.have.length(1);
  });

  it('gives each request a new proof, also the repeated one', async () => {
    answers = [EXPIRED];
    let proofs = 0;
    const prove = (method: string, url: string, given: string) => {
      proofs += 1;
      return Promise.resolve(`${proofs}: ${method} ${url} with ${given}`);
    };
    await ask('POST', { prove });
    expect(sent.map(({ proof }) => proof)).to.deep.equal([
      `1: POST ${ORIGIN}/mfa with old`,
      `2: POST ${ORIGIN}/mfa with new`,
    ]);
    expect(tokens()).to.deep.equal(['DPoP old', 'DPoP new']);
  });

  it('sends the token to no other origin', async () => {
    answers = [EXPIRED];
    await fetcherWith({ prove: () => Promise.resolve('proof') })('https://elders.example/', {});
    expect(tokens()).to.deep.equal([null]);
    expect(sent[0]?.proof).to.equal(null);
  });

  it('signs in a person with an expired token, and sends the code once to a server that accepted it', async () => {
    answers = [EXPIRED, { status: 204 }];
    const harness = await mount(ChallengeHarness, {
      definition: { operations: { verify: { request: 'POST /verify', body: { code: '{code}' } } } },
      baseUrl: `${ORIGIN}/mfa`,
      fetcher: fetcherWith(),
    });
    await harness.untilOffers('submit');
    await harness.enterCode(SAMPLE.code);
    await harness.untilText(message('challenge.verified.heading'));
    expect(tokens()).to.deep.equal(['Bearer old', 'Bearer new']);
    expect(sent.map(({ init }) => init.body)).to.deep.equal(
      Array(2).fill(JSON.stringify({ code: SAMPLE.code })),
    );
  });
});
