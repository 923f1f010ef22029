import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { BrowserContextOptions } from 'playwright';
import { eachVisit } from './each-visit.js';
import { findPostgres, openPostgres } from './temporary-postgres.js';
import { DESKTOP, PHONE, type Visitor } from './visitor.js';
import { linkAnApp, signInWithCode, signInWithRecoveryCode, unlinkTheApp } from './walk-journey.js';

/** Walks the whole journey, A to C and back to A, as the manual of the portal describes it. */
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
    assert.ok(!addresses.includes(leak), 'the URL of a request contains a secret');
  }
}

const devices: Record<string, BrowserContextOptions> = { desktop: DESKTOP, phone: PHONE };

for (const [name, device] of Object.entries(devices)) {
  describe(`The whole journey on a ${name}, with the embedded database`, () => {
    let visitor: Visitor;
    eachVisit((visit) => ({ visitor } = visit), { device });

    it('links an app, signs in with its code and with a recovery code, and moves to another app', () =>
      walk(visitor));
  });
}

const postgres = findPostgres();
const skip = postgres === undefined ? 'PostgreSQL is not installed on this machine' : false;

describe('The whole journey with PostgreSQL', { skip }, () => {
  let visitor: Visitor;
  eachVisit((visit) => ({ visitor } = visit), { open: () => openPostgres(postgres ?? '') });

  it('links an app, signs in, and moves to another app', () => walk(visitor));
});
