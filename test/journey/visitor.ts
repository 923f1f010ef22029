import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Browser, BrowserContextOptions, ConsoleMessage, Locator, Page } from 'playwright';
import { AuthenticatorApp } from '../../demo/tools/authenticator-app.js';
import type { RunningPortal } from '../../demo/tools/run-portal.js';
import { message } from '../support/message.js';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** The window of the page, with axe. */
interface AxeWindow {
  axe?: { run(options: RunOptions): Promise<AxeResults> };
}

/** These run in the page. */
const hasAxe = () => (globalThis as unknown as AxeWindow).axe !== undefined;
const runAxe = () => (globalThis as unknown as AxeWindow).axe?.run({ resultTypes: ['violations'] });

/** The timeout of an action in milliseconds: ample for a busy machine, shorter than that of a test. */
const PATIENCE = 15_000;

/** Without motion a colour has its final value at once, also for axe. */
const STILL: BrowserContextOptions = { reducedMotion: 'reduce' };

export const DESKTOP: BrowserContextOptions = {
  ...STILL,
  viewport: { width: 1280, height: 900 },
};
export const PHONE: BrowserContextOptions = {
  ...STILL,
  viewport: { width: 360, height: 740 },
  deviceScaleFactor: 2,
  hasTouch: true,
  isMobile: true,
};

/** Chromium logs every response of 400 and above, and a refused code is part of the journey. */
const isRefusal = (message: ConsoleMessage): boolean =>
  message.text().startsWith('Failed to load resource: the server responded with a status of 4') &&
  new URL(message.location().url).pathname.startsWith('/api/');

/** A user at a browser, who follows the manual, and the errors and warnings of the browser. */
export class Visitor {
  readonly page: Page;
  readonly portal: RunningPortal;
  /** Console errors and warnings, uncaught errors and violations of the Content-Security-Policy. */
  readonly complaints: string[] = [];
  /** The URL of every request. */
  readonly requested: string[] = [];

  private constructor(page: Page, portal: RunningPortal) {
    this.page = page;
    this.portal = portal;
    page.setDefaultTimeout(PATIENCE);
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type()) && !isRefusal(message)) {
        this.complaints.push(message.text());
      }
    });
    page.on('pageerror', (error) => this.complaints.push(String(error)));
    page.on('request', (request) => this.requested.push(request.url()));
  }

  static async arrive(
    browser: Browser,
    portal: RunningPortal,
    device: BrowserContextOptions,
  ): Promise<Visitor> {
    const context = await browser.newContext({
      ...device,
      baseURL: portal.origin,
      locale: 'nl-NL',
      timezoneId: 'Europe/Amsterdam',
    });
    await context.clock.setFixedTime(portal.clock.read());
    const page = await context.newPage();
    return new Visitor(page, portal);
  }

  /** Sends a request as a page of the site does. */
  async sends<Answer>(path: string, data: object = {}): Promise<Answer> {
    const { origin } = this.portal;
    const response = await this.page.request.post(path, { data, headers: { origin } });
    assert.ok(response.ok(), `The response to ${path} was ${response.status()}`);
    return (await response.json()) as Answer;
  }

  leave(): Promise<void> {
    return this.page.context().close();
  }

  button(name: string | RegExp): Locator {
    return this.page.getByRole('button', { name });
  }

  heading(name: string | RegExp): Locator {
    return this.page.getByRole('heading', { name });
  }

  get codeField(): Locator {
    return this.page.getByLabel(message('code.label', 6));
  }

  /** Waits until a text is visible. */
  async sees(text: string | RegExp): Promise<void> {
    await this.page.getByText(text).first().waitFor();
  }

  async givesPassword(password: string = this.portal.account.password): Promise<void> {
    await this.page.goto('/inloggen');
    await this.page.getByLabel('E-mailadres').fill(this.portal.account.email);
    await this.page.getByLabel('Wachtwoord').fill(password);
    await this.button('Inloggen').click();
  }

  async givesCode(code: string): Promise<void> {
    await this.codeField.fill(code);
    await this.button(message('code.submit')).click();
  }

  /**
   * Scans the QR code on the screen with the phone.
   *
   * @param clockOffset Seconds that the clock of the phone is ahead; negative if it is behind.
   */
  async scansQrCode(clockOffset?: number): Promise<AuthenticatorApp> {
    const qrCode = this.page.getByRole('img', { name: message('enrollment.qr.label') });
    await qrCode.waitFor();
    return AuthenticatorApp.scan(await qrCode.screenshot(), clockOffset);
  }

  /** Advances the clocks of the server and of this device, and so that of the app. */
  async waits(time: Parameters<RunningPortal['clock']['advance']>[0]): Promise<void> {
    this.portal.clock.advance(time);
    await this.page.context().clock.setFixedTime(this.portal.clock.read());
  }

  /** Returns the code that the app shows now. */
  codeOf(app: AuthenticatorApp): string {
    return app.codeAt(this.portal.clock.read());
  }

  async opensProfile(): Promise<void> {
    await this.button('Account').click();
    await this.page.getByRole('link', { name: 'Profiel instellingen' }).click();
    await this.page.waitForURL('**/profiel');
  }

  async signsOut(): Promise<void> {
    await this.button('Account').click();
    await this.button('Uitloggen').click();
    await this.page.waitForURL('**/inloggen');
  }

  /** Returns the accessible name of the focused element, through shadow trees. */
  focused(): Promise<string> {
    return this.page.evaluate(() => {
      let active = document.activeElement;
      while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
      if (active instanceof HTMLInputElement) return active.labels?.[0]?.textContent.trim() ?? '';
      return active?.getAttribute('aria-label') ?? active?.textContent.trim() ?? '';
    });
  }

  /** Fails if axe finds a violation on the page, or if the page scrolls sideways. */
  async expectAccessible(): Promise<void> {
    // `evaluate` bypasses the policy of the page, which would block an injected script.
    if (!(await this.page.evaluate(hasAxe))) await this.page.evaluate(AXE);
    const result = await this.page.evaluate(runAxe);
    const found = result?.violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`,
    );
    assert.deepEqual(found, [], `axe on ${this.page.url()}`);
    const sideways = await this.page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    assert.equal(sideways, 0, `${this.page.url()} scrolls sideways`);
  }

  expectNoComplaints(): void {
    assert.deepEqual(this.complaints, []);
  }
}
