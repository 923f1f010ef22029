import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import type { Browser, BrowserContextOptions } from 'playwright';
import { runPortal, type RunningPortal } from './running-portal.js';
import { findPostgres, startPostgres } from './temporary-postgres.js';
import { launchChromium } from '../tools/launch-chromium.mjs';
import { DESKTOP, PHONE, Visitor } from './visitor.js';
import { linkAnApp, signInWithCode, signInWithRecoveryCode, unlinkTheApp } from './walk-journey.js';

/** The whole journey, A to C and back to A, as the manual of the portal tells it. */
async function walk(visitor: Visitor): Promise<void> {
  const { app, recoveryCodes } = await linkAnApp(visitor);
  await visitor.signsOut();
  await signInWithCode(visitor, app);
  await visitor.signsOut();
  await signInWithRecoveryCode(visitor, recoveryCodes[0] ?? '');
  await unlinkTheApp(visitor);
  await visitor.signsOut();
  await visitor.waits({ seconds: 30 });
  const { app: newApp } = await linkAnApp(visitor);
  assert.notEqual(newApp.secret, app.secret, 'another app gets another secret');
  visitor.expectNoComplaints();
  expectNothingLeaked(visitor, app.secret, recoveryCodes);
}

function expectNothingLeaked({ requested }: Visitor, secret: string, codes: string[]): void {
  const addresses = requested.join('\n');
  for (const leak of [secret, 'otpauth:', 'otpauth%3A', ...codes]) {
    assert.ok(!addresses.includes(leak), 'a secret stood in the address of a request');
  }
}

let browser: Browser;
before(async () => {
  browser = await launchChromium();
});
after(() => browser.close());

const devices: Record<string, BrowserContextOptions> = { desktop: DESKTOP, phone: PHONE };

for (const [device, options] of Object.entries(devices)) {
  describe(`The whole journey on a ${device}, with the embedded database`, () => {
    let portal: RunningPortal;
    let visitor: Visitor;
    beforeEach(async () => {
      portal = await runPortal();
      visitor = await Visitor.arrive(browser, portal, options);
    });
    afterEach(async () => {
      await visitor.leave();
      await portal.close();
    });

    it('links an app, signs in with its code and with a recovery code, and moves to another app', () =>
      walk(visitor));
  });
}

describe('The whole journey with PostgreSQL', () => {
  const installed = findPostgres();
  const skip = installed === undefined ? 'PostgreSQL is not installed on this machine' : false;

  it('links an app, signs in, and moves to another app', { skip }, async () => {
    const postgres = await startPostgres(installed ?? '');
    const portal = await runPortal(postgres.url);
    const visitor = await Visitor.arrive(browser, portal, DESKTOP);
    try {
      await walk(visitor);
    } finally {
      await visitor.leave();
      await portal.close();
      postgres.stop();
    }
  });
});
