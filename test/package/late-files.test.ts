import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, afterEach, before, describe, it } from 'node:test';
import type { Browser, Page, Route } from 'playwright';
import { launchChromium } from '../../demo/tools/browser/launch-chromium.mjs';
import { SAMPLE } from '../../src/testing/sample-account.js';
import { message } from '../support/message.js';

const ORIGIN = 'https://site.example';
const LIBRARY = new URL('../../dist/', import.meta.url);

const ENROLLMENT = '<mfa-enrollment base-url="/api"></mfa-enrollment>';

const pageWith = (element: string): string =>
  `<!doctype html><html lang="nl"><title>Site</title>${element}<script type="module" src="/mfa-elements.js"></script></html>`;

/** What becomes of a file: it fails, or hangs until `arrive` is called. */
type Fate = 'fails' | 'hangs';

/** The responses of the backend: linking starts, and every code is refused. */
const RESPONSES: Readonly<Record<string, { status: number; json?: object }>> = {
  'POST /api/enrollments': {
    status: 201,
    json: {
      id: SAMPLE.enrollmentId,
      method: 'totp',
      secret: SAMPLE.secret,
      otpauthUri: SAMPLE.otpauthUri,
      expiresAt: new Date(Date.now() + 600_000).toISOString(),
    },
  },
  'GET /api/status': { status: 200, json: { state: 'enrollment-required' } },
  'GET /api/authenticators': { status: 200, json: { authenticators: [] } },
  'POST /api/challenge': { status: 204 },
  [`POST /api/enrollments/${SAMPLE.enrollmentId}/confirmation`]: {
    status: 422,
    json: { type: 'urn:mfa-elements:problem:invalid-code', title: 'Wrong.', status: 422 },
  },
};

describe('A file beside mfa-elements.js', () => {
  let browser: Browser;
  let page: Page;
  let errors: string[];
  let isAsked: Promise<unknown>;
  let arrive: () => void;

  before(async () => {
    browser = await launchChromium();
  });
  after(() => browser.close());
  afterEach(async () => {
    await page.close();
    assert.deepEqual(errors, [], 'uncaught errors');
  });

  async function serve(route: Route): Promise<void> {
    const request = route.request();
    const { pathname } = new URL(request.url());
    if (!pathname.endsWith('.js')) {
      await route.fulfill(RESPONSES[`${request.method()} ${pathname}`] ?? { status: 404 });
      return;
    }
    const body = await readFile(new URL(`.${pathname}`, LIBRARY), 'utf8');
    await route.fulfill({ contentType: 'text/javascript', body });
  }

  /** Opens a page with an element, one of whose files does not come. */
  async function open(
    element: string,
    file: string,
    fate: Fate,
    { isOffline = false } = {},
  ): Promise<void> {
    page = await browser.newPage();
    await page.context().setOffline(isOffline);
    errors = [];
    page.on('pageerror', (error) => errors.push(String(error)));
    await page.clock.install();
    await page.route('**/*', serve);
    await page.route(`${ORIGIN}/`, (route) =>
      route.fulfill({ contentType: 'text/html; charset=utf-8', body: pageWith(element) }),
    );
    const held = new Promise<void>((resolve) => (arrive = resolve));
    isAsked = page.waitForRequest(`**/${file}`);
    await page.route(`**/${file}`, (route) =>
      fate === 'fails' ? route.abort() : held.then(() => route.fallback()),
    );
    await page.goto(`${ORIGIN}/`, { waitUntil: 'commit' });
  }

  const seen = (text: string) => page.getByText(text, { exact: true }).waitFor();
  const isSeen = (text: string) => page.getByText(text, { exact: true }).isVisible();
  const button = (text: string) => page.getByRole('button', { name: text });

  describe('the explanation of a refused code', () => {
    const REFUSED = message('error.invalid-code');
    const EXPLAINED = /lijkt de code van een ander account/;

    async function enterWrongCode(fate: Fate): Promise<void> {
      await open(ENROLLMENT, 'mfa-elements-diagnose-code.js', fate);
      await page.getByRole('textbox').fill('000000');
      await button(message('code.submit')).click();
      await isAsked;
      await page.clock.runFor(100);
    }

    it('that hangs: the refusal is told, and explained once it comes (D4)', async () => {
      await enterWrongCode('hangs');
      await seen(REFUSED);
      assert.equal(await button(message('code.submit')).isEnabled(), true);
      arrive();
      await page.getByText(EXPLAINED).waitFor();
    });

    it('that fails: the refusal is told (D4)', async () => {
      await enterWrongCode('fails');
      await seen(REFUSED);
      assert.equal(await button(message('code.submit')).isEnabled(), true);
    });
  });

  describe('the encoder of QR codes', () => {
    it('that fails: the key is there, with a word why (D5)', async () => {
      await open(ENROLLMENT, 'mfa-elements-qrcode.js', 'fails');
      await seen(message('qr-code.failed'));
      await button(message('enrollment.key.copy')).waitFor();
      assert.equal(await isSeen(message('enrollment.scan.lead')), false);
    });

    it('that hangs: the same after three seconds, and the QR code beside the key once it comes (D5)', async () => {
      await open(ENROLLMENT, 'mfa-elements-qrcode.js', 'hangs');
      await isAsked;
      assert.equal(await isSeen(message('qr-code.failed')), false);
      await page.clock.runFor(3000);
      await seen(message('qr-code.failed'));
      await button(message('enrollment.key.copy')).waitFor();
      arrive();
      await page.getByRole('img').waitFor();
      await button(message('enrollment.key.copy')).waitFor();
    });
  });

  describe('what links an app', () => {
    const LOGIN = '<mfa-login base-url="/api"></mfa-login>';
    const LINKING = 'mfa-elements-linking.js';
    const reload = () => button(message('failure.reload.action'));

    it('that fails: loading the page again is offered at sign-in', async () => {
      await open(LOGIN, LINKING, 'fails');
      await seen(message('error.unavailable'));
      await reload().waitFor();
    });

    it('that hangs: the same after 15 seconds, and linking starts once it comes', async () => {
      await open(LOGIN, LINKING, 'hangs');
      await isAsked;
      await seen(message('login.checking'));
      await page.clock.runFor(15_000);
      await seen(message('error.timeout'));
      await reload().waitFor();
      arrive();
      await button(message('code.submit')).waitFor();
      assert.equal(await isSeen(message('error.timeout')), false);
    });

    it('that fails: the list is there, and linking another app offers to load the page again', async () => {
      await open('<mfa-authenticators base-url="/api"></mfa-authenticators>', LINKING, 'fails');
      await button(message('authenticators.link.first')).click();
      await reload().waitFor();
    });
  });

  describe('what a sign-in needs of recovery codes', () => {
    const CHALLENGE = '<mfa-challenge base-url="/api"></mfa-challenge>';
    const MORE = 'mfa-elements-more.js';
    const useRecoveryCode = () => button(message('challenge.code.use-recovery-code'));

    it('that fails: a code signs in all the same', async () => {
      await open(CHALLENGE, MORE, 'fails');
      await isAsked;
      await page.getByRole('textbox').fill(SAMPLE.code);
      await button(message('code.submit')).click();
      await seen(message('challenge.verified.heading'));
    });

    it('that fails: loading the page again is offered to whom has only a recovery code', async () => {
      await open(CHALLENGE, MORE, 'fails');
      await useRecoveryCode().click();
      await button(message('failure.reload.action')).waitFor();
    });

    it('that hangs: the field for a recovery code comes once it does', async () => {
      await open(CHALLENGE, MORE, 'hangs');
      await useRecoveryCode().click();
      await seen(message('button.busy'));
      arrive();
      await button(message('challenge.recovery-code.submit')).waitFor();
    });
  });

  describe('a preset', () => {
    const OKTA = '<mfa-enrollment preset="okta" base-url="/api"></mfa-enrollment>';
    const reload = () => button(message('failure.reload.action'));

    it('that fails: loading the page again is offered (D4)', async () => {
      await open(OKTA, 'mfa-elements-okta.js', 'fails');
      await reload().waitFor();
    });

    it('that fails because the device is offline: the same, and that it is', async () => {
      await open(OKTA, 'mfa-elements-okta.js', 'fails', { isOffline: true });
      await seen(message('error.offline'));
      await reload().waitFor();
    });

    it('that hangs: the same after 15 seconds, and linking starts once it comes (D4)', async () => {
      await open(OKTA, 'mfa-elements-okta.js', 'hangs');
      await isAsked;
      await seen(message('enrollment.starting'));
      await page.clock.runFor(15_000);
      await seen(message('error.timeout'));
      await reload().waitFor();
      const started = page.waitForRequest(`${ORIGIN}/api/**`);
      arrive();
      await started;
    });

    it('that hangs: begins again after Cancel once it comes (D7)', async () => {
      const canceled = '<mfa-enrollment preset="okta" base-url="/api" cancelable></mfa-enrollment>';
      await open(canceled, 'mfa-elements-okta.js', 'hangs');
      await isAsked;
      await button(message('button.cancel')).click();
      await button(message('enrollment.canceled.action')).click();
      const started = page.waitForRequest(`${ORIGIN}/api/**`);
      arrive();
      await started;
      assert.equal(await isSeen(message('error.misconfigured')), false);
    });
  });
});
