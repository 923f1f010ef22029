import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openTestDatabase, TestPortal } from '../demo/server/portal-harness.js';

/** The sign-in of the portal, as an integrator describes it. */
const SIGN_IN = {
  request: 'POST {+origin}/api/sign-in',
  body: { email: '{account}', password: '{password}' },
};

const folder = mkdtempSync(join(tmpdir(), 'mfa-elements-check-'));
process.once('exit', () => rmSync(folder, { recursive: true }));

/** Writes JSON to a file that is removed when the tests end. */
export function jsonFile(content: unknown): string {
  const file = join(folder, `${randomUUID()}.json`);
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
  return file;
}

/** A change to the responses of the portal. */
export interface Fault {
  readonly request: RegExp;
  readonly status?: number;
  readonly type?: string;
  readonly body?: string;
  /** Makes the body from that of the portal. */
  readonly change?: (body: string) => string;
  /** The request does not reach the portal. */
  readonly isIntercepted?: boolean;
}

/** Starts the demo portal, with faults that a test sets. */
export async function openTestSite() {
  const opened = await openTestDatabase();
  const portal = await TestPortal.open(opened.database);
  const { app, clock } = portal;
  const requests: string[] = [];
  const secrets = new Set<string>();
  const collectSecrets = (setCookies: unknown, payload: unknown) => {
    for (const line of ([setCookies ?? []] as string[][]).flat()) {
      secrets.add(/=([^;]*)/.exec(line)?.[1] ?? '');
    }
    const [, secret = ''] = /"secret":"([^"]+)"/.exec(String(payload)) ?? [];
    const [, codes = ''] = /"recoveryCodes":\[([^\]]+)\]/.exec(String(payload)) ?? [];
    for (const one of [secret, ...codes.replaceAll('"', '').split(',')]) secrets.add(one);
  };
  let faults: readonly Fault[] = [];
  const faultOf = (request: string) => faults.find((one) => one.request.test(request));
  app.addHook('onRequest', async (request, reply) => {
    const fault = faultOf(`${request.method} ${request.url}`);
    if (fault?.isIntercepted) await reply.code(fault.status ?? 204).send();
  });
  app.addHook('preHandler', (request, _reply, done) => {
    const given = (request.body ?? {}) as Readonly<Record<string, string>>;
    for (const name of ['password', 'code', 'recoveryCode']) secrets.add(given[name] ?? '');
    done();
  });
  app.addHook('onSend', async (request, reply, payload) => {
    collectSecrets(reply.getHeader('set-cookie'), payload);
    const fault = faultOf(`${request.method} ${request.url}`);
    if (!fault || fault.isIntercepted) return payload;
    if (fault.status !== undefined) reply.code(fault.status);
    if (fault.type !== undefined) reply.type(fault.type);
    reply.removeHeader('content-length');
    return fault.change?.(String(payload)) ?? fault.body ?? payload;
  });
  app.server.on('request', ({ method, url }) => requests.push(`${method} ${url}`));
  await app.listen({ port: 0, host: '127.0.0.1' });
  const { port } = app.server.address() as AddressInfo;
  return {
    portal,
    clock,
    /** The requests that arrived, as method and path. */
    requests,
    /** Every code, password, secret, recovery code and cookie that was sent or received. */
    secrets: () => [...secrets].filter(Boolean),
    baseUrl: `http://127.0.0.1:${port}/api/mfa`,
    signInFile: jsonFile(SIGN_IN),
    /** Adds an account, and returns its name. */
    async addAccount() {
      const email = `klant-${randomUUID()}@voorbeeld.nl`;
      await portal.addAccount(opened.database, email);
      return email;
    },
    /** Returns how many apps the account has in the database. */
    async countApps(email: string): Promise<number> {
      const rows = await opened.database
        .selectFrom('authenticators')
        .innerJoin('accounts', 'accounts.id', 'authenticators.account_id')
        .select('authenticators.id')
        .where('accounts.email', '=', email)
        .execute();
      return rows.length;
    },
    /** Replaces the faults, and clears the requests. */
    setFaults(...next: Fault[]) {
      faults = next;
      requests.length = 0;
    },
    async close() {
      app.server.closeAllConnections();
      await app.close();
      await opened.close();
    },
  };
}

export type TestSite = Awaited<ReturnType<typeof openTestSite>>;
