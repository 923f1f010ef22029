import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser, Page } from 'playwright';
import { launchChromium } from '../../demo/tools/browser/launch-chromium.mjs';
import { HeapSnapshot } from '../support/heap-snapshot.js';
import { HostPage } from './host-page.js';

/** A secret of each element, which occurs nowhere else. It gets into the page by keys and responses only. */
const SECRET = {
  qrCode: 'KANARIEQRJBSWY3DPEHPK3PXPAAAAAAA',
  enrollment: 'KANARIELINKBSWY3DPEHPK3PXPBBBBBB',
  ownList: 'KANA-RIE2-EIGEN',
  newCodes: 'KANA-RIE3-NIEUW',
  codeInput: '864209',
  challenge: '864317',
  recoveryCode: 'KANA-RIE4-GETYPT',
  password: 'kanarie-wachtwoord',
  step: 'kanarie-bevestiging',
};
const SECRETS = Object.values(SECRET);

const uri = (secret: string): string =>
  `otpauth://totp/Kanarie:klant?secret=${secret}&issuer=Kanarie`;

const AUTHENTICATOR = {
  id: 'totp',
  method: 'totp',
  name: 'Kanarie',
  createdAt: '2026-01-02T08:00:00Z',
};

/** The answers of a server, by the method and the end of the path. */
const ANSWERS: Readonly<Record<string, unknown>> = {
  'GET /own': { uri: uri(SECRET.qrCode), codes: [SECRET.ownList] },
  'GET /status': { state: 'code-required', methods: ['totp'] },
  'POST /enrollments': {
    id: 'koppeling',
    method: 'totp',
    secret: SECRET.enrollment,
    otpauthUri: uri(SECRET.enrollment),
  },
  'GET /authenticators': { authenticators: [AUTHENTICATOR] },
  'GET /recovery-codes': { left: 8, total: 10, createdAt: '2026-01-02T08:00:00Z' },
  'POST /recovery-codes': { recoveryCodes: [SECRET.newCodes] },
};

const TAGS = `
  <mfa-qr-code></mfa-qr-code>
  <mfa-recovery-code-list></mfa-recovery-code-list>
  <mfa-code-input></mfa-code-input>
  <mfa-text-field type="password"></mfa-text-field>
  <mfa-enrollment base-url="/api"></mfa-enrollment>
  <mfa-challenge id="code" base-url="/api"></mfa-challenge>
  <mfa-challenge id="recovery" base-url="/api"></mfa-challenge>
  <mfa-recovery-codes base-url="/api"></mfa-recovery-codes>
  <mfa-authenticators base-url="/api"></mfa-authenticators>`;

/** Opens a page in which every element holds a secret; `kept` are the elements, which the page keeps. */
async function openPage(browser: Browser): Promise<Page> {
  const { page } = await HostPage.open(browser, { body: '' });
  await page.route('**/api/**', async (route) => {
    const request = route.request();
    const path = new URL(request.url()).pathname.replace('/api', '');
    const json = ANSWERS[`${request.method()} ${path}`];
    if (json !== undefined) await route.fulfill({ json });
    else {
      const type = 'urn:mfa-elements:problem:step-up-required';
      await route.fulfill({ status: 403, json: { type, stepUp: ['password'] } });
    }
  });
  // The compiler of the tests names functions with it.
  await page.evaluate('globalThis.__name = (given) => given');
  await page.evaluate(async (tags) => {
    await customElements.whenDefined('mfa-login');
    document.body.append(document.createRange().createContextualFragment(tags));
    Object.assign(globalThis, { kept: [...document.body.children] });
    const response = await fetch('/api/own');
    const { uri, codes } = (await response.json()) as { uri: string; codes: string[] };
    Object.assign(document.querySelector('mfa-qr-code') ?? {}, { value: uri });
    Object.assign(document.querySelector('mfa-recovery-code-list') ?? {}, { codes });
  }, TAGS);
  const type = (within: string, text: string) =>
    page.locator(`${within} input`).pressSequentially(text);
  const press = (button: string) => page.locator(button).dispatchEvent('click');
  await page.locator('mfa-qr-code svg[role=img]').first().waitFor();
  await page.locator('mfa-enrollment svg[role=img]').waitFor();
  await type('body > mfa-code-input', SECRET.codeInput);
  await type('body > mfa-text-field', SECRET.password);
  await type('#code', SECRET.challenge);
  await press('#recovery button[part~=use-recovery-code]');
  await type('#recovery mfa-text-field', SECRET.recoveryCode);
  await press('mfa-recovery-codes button[part~=generate]');
  await press('mfa-recovery-codes dialog button[part~=submit]');
  await page.locator('mfa-recovery-codes [part~=recovery-code]').waitFor();
  await press('mfa-authenticators button[part~=unlink]');
  await press('mfa-authenticators dialog button[part~=submit]');
  await type('mfa-authenticators mfa-text-field', SECRET.step);
  return page;
}

/** Returns the secrets in memory, each with what holds it. */
async function secretsIn(page: Page): Promise<string[]> {
  await page.evaluate(
    () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve))),
  );
  const session = await page.context().newCDPSession(page);
  const snapshot = await HeapSnapshot.take(session);
  await session.detach();
  return snapshot.holdersOf(SECRETS);
}

/** Returns what the fields of all elements hold, and their texts. */
const shownIn = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const { kept } = globalThis as unknown as { readonly kept: readonly Element[] };
    const within = (root: Element | ShadowRoot): string =>
      [...root.querySelectorAll('*')]
        .map(
          (it) =>
            `${(it as Partial<HTMLInputElement>).value ?? ''} ${it.textContent} ${it.shadowRoot ? within(it.shadowRoot) : ''}`,
        )
        .join();
    return kept.map((it) => within(it) + (it.shadowRoot ? within(it.shadowRoot) : '')).join();
  });

describe('the memory of a page', () => {
  let browser: Browser;
  before(async () => {
    browser = await launchChromium();
  });
  after(() => browser.close());

  for (const [when, leave] of Object.entries({
    'its elements are removed': () => {
      document.body.replaceChildren();
    },
    'it is left': () => {
      window.dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }));
    },
  })) {
    it(`holds no secret a frame after ${when}, also if it keeps the elements (C9, C20, D12)`, async () => {
      const page = await openPage(browser);
      const before = await secretsIn(page);
      // What is typed into an input is not in the memory of scripts, unless they have read it.
      assert.equal(before.length >= 6, true, before.join('\n'));
      await page.evaluate(leave);
      assert.deepEqual(await secretsIn(page), []);
      const shown = await shownIn(page);
      assert.deepEqual(
        SECRETS.filter((secret) => shown.includes(secret)),
        [],
      );
      await page.close();
    });
  }
});
