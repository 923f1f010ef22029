import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openTestDatabase, TestPortal } from '../demo/server/portal-harness.js';

/** How one signs in to the portal, as an integrator writes it down. */
const SIGN_IN = {
  request: 'POST {+origin}/api/sign-in',
  body: { email: '{account}', password: '{password}' },
};

const folder = mkdtempSync(join(tmpdir(), 'mfa-elements-check-'));
process.once('exit', () => rmSync(folder, { recursive: true }));

/** Writes JSON where a command can read it, until the tests have ended. */
export function jsonFile(content: unknown): string {
  const file = join(folder, `${randomUUID()}.json`);
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
  return file;
}

/** What an answer of the portal is changed into, on its way out. */
export interface Damage {
  readonly request: RegExp;
  readonly status?: number;
  readonly type?: string;
  readonly body?: string;
  /** In place of a body: made of the one that the portal gives. */
  readonly change?: (body: string) => string;
  /** The portal never hears of the request. */
  readonly isSwallowed?: boolean;
}

/** The demo portal, listening, with an account of its own, and answers that a test can spoil. */
export async function openTestSite() {
  const opened = await openTestDatabase();
  const portal = await TestPortal.open(opened.database);
  const { app, clock } = portal;
  const heard: string[] = [];
  const secrets = new Set<string>();
  const keepSecrets = (setCookies: unknown, payload: unknown) => {
    for (const line of ([setCookies ?? []] as string[][]).flat()) {
      secrets.add(/=([^;]*)/.exec(line)?.[1] ?? '');
    }
    const [, secret = ''] = /"secret":"([^"]+)"/.exec(String(payload)) ?? [];
    const [, codes = ''] = /"recoveryCodes":\[([^\]]+)\]/.exec(String(payload)) ?? [];
    for (const one of [secret, ...codes.replaceAll('"', '').split(',')]) secrets.add(one);
  };
  let damages: readonly Damage[] = [];
  const damageTo = (request: string) => damages.find((one) => one.request.test(request));
  app.addHook('onRequest', async (request, reply) => {
    const damage = damageTo(`${request.method} ${request.url}`);
    if (damage?.isSwallowed) await reply.code(damage.status ?? 204).send();
  });
  app.addHook('preHandler', (request, _reply, done) => {
    const given = (request.body ?? {}) as Readonly<Record<string, string>>;
    for (const name of ['password', 'code', 'recoveryCode']) secrets.add(given[name] ?? '');
    done();
  });
  app.addHook('onSend', async (request, reply, payload) => {
    keepSecrets(reply.getHeader('set-cookie'), payload);
    const damage = damageTo(`${request.method} ${request.url}`);
    if (!damage || damage.isSwallowed) return payload;
    if (damage.status !== undefined) reply.code(damage.status);
    if (damage.type !== undefined) reply.type(damage.type);
    reply.removeHeader('content-length');
    return damage.change?.(String(payload)) ?? damage.body ?? payload;
  });
  app.server.on('request', ({ method, url }) => heard.push(`${method} ${url}`));
  await app.listen({ port: 0, host: '127.0.0.1' });
  const { port } = app.server.address() as AddressInfo;
  return {
    portal,
    clock,
    /** Every request that came, as method and path. */
    heard,
    /** Every code, password, secret, recovery code and cookie that went over the line. */
    secrets: () => [...secrets].filter(Boolean),
    baseUrl: `http://127.0.0.1:${port}/api/mfa`,
    signInFile: jsonFile(SIGN_IN),
    /** The name of another account. */
    async anotherAccount() {
      const email = `klant-${randomUUID()}@voorbeeld.nl`;
      await portal.addAccount(opened.database, email);
      return email;
    },
    /** How many apps an account has, as the server knows. */
    async countApps(email: string): Promise<number> {
      const rows = await opened.database
        .selectFrom('authenticators')
        .innerJoin('accounts', 'accounts.id', 'authenticators.account_id')
        .select('authenticators.id')
        .where('accounts.email', '=', email)
        .execute();
      return rows.length;
    },
    /** From now on, in place of what was before. */
    spoil(...next: Damage[]) {
      damages = next;
      heard.length = 0;
    },
    async close() {
      app.server.closeAllConnections();
      await app.close();
      await opened.close();
    },
  };
}

export type TestSite = Awaited<ReturnType<typeof openTestSite>>;
