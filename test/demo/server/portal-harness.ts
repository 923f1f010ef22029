import { randomUUID } from 'node:crypto';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { Secret, TOTP } from 'otpauth';
import { ensureAccount } from '../../../demo/server/accounts/ensure-account.js';
import { type AppOptions, buildApp } from '../../../demo/server/app.js';
import { type OpenDatabase, openDatabase } from '../../../demo/server/database/open-database.js';
import { openMemoryDatabase } from '../../../demo/tools/open-memory-database.js';
import { LIGHT_COST } from '../../../demo/tools/run-portal.js';
import { SettableClock } from '../../../demo/tools/settable-clock.js';
import { Browser } from './browser.js';

export const PASSWORD = 'het-juiste-wachtwoord';

/**
 * Opens the database of a test file: the PostgreSQL of `TEST_DATABASE_URL`, in which requests really run in
 * parallel, or otherwise one in memory.
 */
export function openTestDatabase(): Promise<OpenDatabase> {
  const databaseUrl = process.env.TEST_DATABASE_URL;
  return databaseUrl === undefined
    ? openMemoryDatabase()
    : openDatabase({ databaseUrl, dataFolder: tmpdir(), reset: false });
}

/** A folder with a substitute for the built library, so that these tests do not need a build. */
export function makeLibrary(): string {
  const folder = mkdtempSync(join(tmpdir(), 'portal-library-'));
  writeFileSync(join(folder, 'mfa-elements.js'), 'export {};');
  return folder;
}

/** A portal with one account, and its user. */
export class TestPortal {
  readonly email = `klant-${randomUUID()}@voorbeeld.nl`;
  readonly app: FastifyInstance;
  readonly clock: SettableClock;

  private constructor(app: FastifyInstance, clock: SettableClock) {
    this.app = app;
    this.clock = clock;
  }

  static async open(
    database: AppOptions['database'],
    options: Partial<AppOptions> = {},
  ): Promise<TestPortal> {
    const clock = new SettableClock();
    const app = await buildApp({
      database,
      clock: clock.read,
      encryptionKey: Buffer.alloc(32, 7),
      passwordCost: LIGHT_COST,
      // Every browser of a test has the same IP address.
      triesPerMinute: Infinity,
      libraryRoot: '/nowhere',
      ...options,
    });
    const portal = new TestPortal(app, clock);
    await portal.addAccount(database, portal.email);
    return portal;
  }

  /** Starts a portal with an app that was linked a while ago. */
  static async openLinked(database: AppOptions['database'], options: Partial<AppOptions> = {}) {
    const portal = await TestPortal.open(database, options);
    const { secret, recoveryCodes } = await portal.linked();
    portal.clock.advance({ minutes: 5 });
    return { portal, secret, recoveryCodes };
  }

  async addAccount(database: AppOptions['database'], email: string): Promise<void> {
    const person = { email, name: 'Profi Klant', password: PASSWORD };
    await ensureAccount(database, this.clock.read, person, LIGHT_COST);
  }

  /** Lists every route of the app, with values for its parameters. */
  routes() {
    return this.app.routeTable.flatMap(({ method, url, config }) =>
      [method].flat().map((verb) => ({
        method: verb as 'GET',
        url: url.replace(':id', randomUUID()).replace('*', 'portal.css'),
        allows: config?.allows,
      })),
    );
  }

  /** Returns a browser without cookies. */
  browser(): Browser {
    return new Browser(this.app);
  }

  /** Returns a browser in which the right password was given. */
  async halfSignedIn(email = this.email): Promise<Browser> {
    const browser = this.browser();
    const { status } = await browser.post('/api/sign-in', { email, password: PASSWORD });
    if (status !== 200) throw new Error(`The response to the password was ${status}.`);
    return browser;
  }

  /** Returns a browser that has just linked an app, with its secret and the recovery codes. */
  async linked(email = this.email) {
    const browser = await this.halfSignedIn(email);
    const app = await this.linkAnother(browser);
    return { browser, ...app };
  }

  /** Links one more app in a browser that is allowed to. */
  async linkAnother(browser: Browser) {
    const { body } = await browser.post('/api/mfa/enrollments');
    const { id = '', secret = '' } = body;
    const confirmation = await browser.post(`/api/mfa/enrollments/${id}/confirmation`, {
      code: this.code(secret),
    });
    if (confirmation.status !== 201)
      throw new Error(`The response to the confirmation was ${confirmation.status}.`);
    return { id, secret, recoveryCodes: confirmation.body.recoveryCodes ?? [] };
  }

  /** Returns the code that the app shows now, or `steps` times 30 seconds later. */
  code(secret: string, steps = 0): string {
    const totp = new TOTP({ secret: Secret.fromBase32(secret) });
    return totp.generate({ timestamp: this.clock.read().getTime() + steps * 30_000 });
  }

  /** Returns six digits that the app does not show around now. */
  wrongCode(secret: string): string {
    const near = [-2, -1, 0, 1, 2].map((steps) => this.code(secret, steps));
    const candidates = ['000000', '111111', '222222', '333333', '444444', '555555'];
    return candidates.find((code) => !near.includes(code)) ?? '';
  }
}
