import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { sql } from 'kysely';
import { ensureAccount } from '../../../demo/server/accounts/ensure-account.js';
import { SecretBox } from '../../../demo/server/mfa/secret-box.js';
import { openMemoryDatabase } from '../../../demo/tools/open-memory-database.js';
import { PASSWORD, TestPortal } from './portal-harness.js';

const { pglite, database, close } = await openMemoryDatabase();
after(close);

const byEmail = (email: string) =>
  database.selectFrom('accounts').select('id').where('email', '=', email);

describe('The database', () => {
  it('stores no readable secret, not even in its log', async () => {
    const portal = await TestPortal.open(database, { rememberDeviceDays: 30 });
    const { browser, secret, recoveryCodes } = await portal.linked();
    portal.clock.advance({ seconds: 30 });
    const remembered = await portal.halfSignedIn();
    const code = portal.code(secret);
    await remembered.post('/api/mfa/challenge', { code, rememberDevice: true });
    const half = await portal.halfSignedIn();
    await browser.post('/api/mfa/step-up', { password: PASSWORD });
    const { body: pending } = await browser.post('/api/mfa/enrollments');
    const dump = await pglite.dumpDataDir('none');
    const bytes = Buffer.from(await dump.arrayBuffer());
    assert.ok(bytes.includes(portal.email), 'The dump contains the values that are not secret.');
    assert.equal(remembered.cookies.size, 2);
    for (const value of [
      PASSWORD,
      secret,
      pending.secret ?? '',
      ...recoveryCodes,
      ...recoveryCodes.map((code) => code.replaceAll('-', '')),
      ...browser.cookies.values(),
      ...half.cookies.values(),
      ...remembered.cookies.values(),
    ]) {
      assert.ok(value.length > 10);
      assert.ok(!bytes.includes(value));
    }
  });

  it('stores passwords at the cost that OWASP recommends', async () => {
    const email = 'nieuw@voorbeeld.nl';
    const person = { email, name: 'Nieuwe Klant', password: PASSWORD };
    await ensureAccount(database, () => new Date(), person);
    const { password_hash } = await byEmail(email)
      .select('password_hash')
      .executeTakeFirstOrThrow();
    assert.match(password_hash, /^scrypt\$32768\$8\$3\$/);
  });

  it('deletes rows that have expired', async () => {
    const portal = await TestPortal.open(database);
    await (await portal.halfSignedIn()).post('/api/mfa/enrollments');
    portal.clock.advance({ hours: 12 });
    await portal.halfSignedIn();
    for (const [table, left] of [
      ['enrollments', 0],
      ['sign_ins', 1],
    ] as const) {
      const rows = await database
        .selectFrom(table)
        .select('id')
        .where('account_id', '=', byEmail(portal.email))
        .execute();
      assert.equal(rows.length, left, table);
    }
  });
});

describe('A sealed secret', () => {
  const key = Buffer.alloc(32, 1);
  const owner = { accountId: 'a', authenticatorId: '1' };

  it('can be opened for its own row and for no other', () => {
    const box = new SecretBox([key]);
    const sealed = box.seal('GEZDGNBVGY3TQOJQ', owner);
    assert.equal(box.open(sealed, owner), 'GEZDGNBVGY3TQOJQ');
    assert.throws(() => box.open(sealed, { ...owner, accountId: 'b' }));
    assert.throws(() => box.open(sealed, { ...owner, authenticatorId: '2' }));
    assert.notEqual(box.seal('GEZDGNBVGY3TQOJQ', owner), sealed);
  });

  it('cannot be opened if a bit of it has changed', () => {
    const box = new SecretBox([key]);
    const sealed = box.seal('GEZDGNBVGY3TQOJQ', owner);
    const parts = sealed.split('.');
    for (const index of [1, 2, 3]) {
      const changed = parts.map((part, at) => {
        const bytes = Buffer.from(part, 'base64url');
        if (at === index) bytes[0] = (bytes[0] ?? 0) ^ 1;
        return at === 0 ? part : bytes.toString('base64url');
      });
      assert.throws(() => box.open(changed.join('.'), owner));
    }
    const short = [...parts.slice(0, 3), parts[3]?.slice(0, 6)].join('.');
    assert.throws(() => box.open(short, owner));
  });

  it('can be opened after the key is replaced, as long as the old key is on the ring', () => {
    const sealed = new SecretBox([key]).seal('GEZDGNBVGY3TQOJQ', owner);
    const next = Buffer.alloc(32, 2);
    assert.equal(new SecretBox([next, key]).open(sealed, owner), 'GEZDGNBVGY3TQOJQ');
    assert.throws(() => new SecretBox([next]).open(sealed, owner));
    assert.throws(() => new SecretBox([Buffer.alloc(16)]));
  });
});

describe('When an error occurs', () => {
  it('inside a confirmation, all of it is rolled back', async () => {
    const portal = await TestPortal.open(database);
    const browser = await portal.halfSignedIn();
    const { body } = await browser.post('/api/mfa/enrollments');
    const confirm = () =>
      browser.post(`/api/mfa/enrollments/${body.id}/confirmation`, {
        code: portal.code(body.secret ?? ''),
      });
    for (const table of ['authenticators', 'recovery_codes', 'sessions', 'sign_ins']) {
      // `sessions` and `sign_ins` are read before, so only writing to them is made to fail.
      await sql
        .raw(
          `create function pg_temp.break() returns trigger language plpgsql as
           $$ begin raise exception 'broken'; end $$;`,
        )
        .execute(database);
      await sql
        .raw(
          `create trigger break before insert or delete on profiportaal.${table}
           for each row execute function pg_temp.break()`,
        )
        .execute(database);
      const broken = await confirm();
      assert.deepEqual([broken.status, broken.kind], [500, 'unexpected'], table);
      assert.doesNotMatch(broken.text, /broken/);
      await sql.raw(`drop function pg_temp.break cascade`).execute(database);
      assert.equal((await browser.get('/api/mfa/status')).body.state, 'enrollment-required');
    }
    assert.equal((await confirm()).status, 201);
  });

  it('because a secret cannot be opened, the sign-in fails and no try is counted', async () => {
    const portal = await TestPortal.open(database);
    const { secret } = await portal.linked();
    portal.clock.advance({ seconds: 30 });
    const { sealed_secret } = await database
      .selectFrom('authenticators')
      .select('sealed_secret')
      .where('account_id', '=', byEmail(portal.email))
      .executeTakeFirstOrThrow();
    const seal = (text: string) =>
      database
        .updateTable('authenticators')
        .set({ sealed_secret: text })
        .where('account_id', '=', byEmail(portal.email))
        .execute();
    await seal(sealed_secret.replace(/.$/, (last) => (last === 'A' ? 'Q' : 'A')));
    const half = await portal.halfSignedIn();
    const code = portal.code(secret);
    for (let tries = 0; tries < 6; tries += 1) {
      const broken = await half.post('/api/mfa/challenge', { code });
      assert.deepEqual([broken.status, broken.kind], [500, 'unexpected']);
    }
    await seal(sealed_secret);
    assert.equal((await half.post('/api/mfa/challenge', { code })).status, 200);
  });
});
