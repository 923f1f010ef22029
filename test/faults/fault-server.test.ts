import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { newAccount } from './account.js';
import { FAULTS } from './fault-list.js';
import { FaultServer, Visitor, type Moment } from './fault-server.js';
import { TYPED } from './typed.js';

const VERIFY = { method: 'POST', body: JSON.stringify({ code: TYPED.codes[0] }) };

describe('The fault server', () => {
  let server: FaultServer;
  let lastVisitor = 0;

  before(async () => {
    server = await FaultServer.start(1);
  });
  after(() => server.close());

  /** A visitor whose code is due, and who sends it. */
  function visit(fault?: string, moment: Moment = 'before') {
    const name = `visitor-${(lastVisitor += 1)}`;
    const trouble =
      fault === undefined
        ? undefined
        : ({ operation: 'verify', fault: FAULTS[fault] ?? assert.fail(fault), moment } as const);
    const visitor = server.admit(name, new Visitor(newAccount({ session: 'half' }), trouble));
    const url = `${server.origins[0]}/v/${name}/api`;
    return { visitor, url, verify: () => fetch(`${url}/challenge`, VERIFY) };
  }

  it('keeps a record of each visitor', async () => {
    const [first, second] = [visit(), visit()];
    assert.equal((await first.verify()).status, 200);
    assert.equal(first.visitor.account.session, 'whole');
    assert.deepEqual(first.visitor.requests, ['verify']);
    assert.equal(second.visitor.account.session, 'half');
    assert.deepEqual(second.visitor.requests, []);
  });

  it('accepts a code once', async () => {
    const { visitor, verify } = visit();
    await verify();
    visitor.account.session = 'half';
    const refused = (await (await verify()).json()) as { type: string };
    assert.equal(refused.type, 'urn:mfa-elements:problem:code-reused');
  });

  it('answers with a fault in place of what was asked, or after it', async () => {
    for (const [moment, session] of [
      ['before', 'half'],
      ['after', 'whole'],
    ] as const) {
      const { visitor, verify } = visit('502', moment);
      assert.equal((await verify()).status, 502);
      assert.equal(visitor.account.session, session);
      assert.equal(visitor.done.has('verify'), moment === 'after');
    }
  });

  it('answers as it should once the fault is over', async () => {
    const { visitor, verify } = visit('502');
    await verify();
    visitor.trouble = undefined;
    assert.equal((await verify()).status, 200);
  });

  it('resets a connection, and breaks a body off', async () => {
    await assert.rejects(visit('reset').verify());
    const broken = await visit('broken-off', 'after').verify();
    assert.equal(broken.status, 200);
    await assert.rejects(broken.text());
  });

  it('leaves a request without an answer until it is aborted', async () => {
    const { visitor, url } = visit('hang', 'after');
    const leaving = new AbortController();
    const request = fetch(`${url}/challenge`, { ...VERIFY, signal: leaving.signal });
    await visitor.arrived;
    leaving.abort();
    await assert.rejects(request);
    assert.equal(visitor.account.session, 'whole');
  });

  it('notices when a redirect is followed, here or elsewhere', async () => {
    const near = visit('302');
    await near.verify();
    assert.equal(near.visitor.strayed.length, 1);
    await visit('302-elsewhere').verify();
    assert.deepEqual(server.stolen, ['/steal']);
  });
});
