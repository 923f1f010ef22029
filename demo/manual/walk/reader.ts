import type { Browser, BrowserContextOptions } from 'playwright';
import { AuthenticatorApp } from '../../tools/authenticator-app.js';
import type { RunningPortal } from '../../tools/run-portal.js';
import type { Locale } from '../../server/pages/languages.js';
import { ManualError } from '../manual-error.js';
import { Guide } from './guide.js';
import { pageFontScript } from './page-font.js';
import { ProductWords } from './product-messages.js';

const SHARP: BrowserContextOptions = {
  deviceScaleFactor: 2,
  reducedMotion: 'reduce',
  colorScheme: 'light',
  locale: 'nl-NL',
  timezoneId: 'Europe/Amsterdam',
};
/** As narrow as a page may be with two columns, so that its text prints large; nothing scrolls. */
export const COMPUTER: BrowserContextOptions = { ...SHARP, viewport: { width: 800, height: 1800 } };
export const PHONE: BrowserContextOptions = {
  ...SHARP,
  viewport: { width: 375, height: 1700 },
  hasTouch: true,
  isMobile: true,
};

/** So much that the edge of the card shows around what is in it, CSS pixels. */
export const AROUND_CARD = { x: 40, y: 36 };

/** Until the app shows another code (RFC 6238, section 5.2); each works once. */
export const NEXT_CODE = { seconds: 30 };

export interface WalkOptions {
  readonly browser: Browser;
  readonly portal: RunningPortal;
  readonly locale: Locale;
  /** Where the pictures go. */
  readonly folder: string;
  /** Printed across the QR code. */
  readonly example: string;
}

/** Somebody who does what the manual says, with a browser and a phone. */
export class Reader extends Guide {
  readonly options: WalkOptions;
  #app: AuthenticatorApp | undefined;

  /** Arrives at the portal, and chooses the language. */
  static async arrive(options: WalkOptions, device: BrowserContextOptions): Promise<Reader> {
    const { browser, portal, locale } = options;
    const context = await browser.newContext({ ...device, baseURL: portal.origin });
    await context.clock.setFixedTime(portal.clock.read());
    await context.addInitScript({ content: pageFontScript() });
    const page = await context.newPage();
    await page.goto('/inloggen');
    await page.locator(`[data-language="${locale}"]`).click();
    await page.locator(`html[lang="${locale}"]`).waitFor();
    return new Reader(options, page);
  }

  private constructor(options: WalkOptions, page: Guide['page']) {
    super(page, new ProductWords(options.locale), options.folder);
    this.options = options;
  }

  async fillInPassword(): Promise<void> {
    const { account } = this.options.portal;
    await this.type('email', account.email);
    await this.type('password', account.password);
  }

  /** From the sign-in page to the second step. */
  async signIn(): Promise<void> {
    await this.fillInPassword();
    await this.press('signIn');
    await this.page.waitForURL('**/inloggen/verificatie');
  }

  /** Until the overview of the portal shows, with whose it is. */
  async reachOverview(): Promise<void> {
    const { portal } = this.options;
    await this.page.waitForURL((url) => url.pathname === '/');
    await this.page
      .getByRole('heading', { level: 1 })
      .filter({ hasText: portal.account.name })
      .waitFor();
  }

  async signOut(): Promise<void> {
    await this.press('account');
    await this.press('signOut');
    await this.page.waitForURL('**/inloggen');
  }

  /** Points the phone at the QR code. */
  async scan(): Promise<void> {
    const qrCode = await this.find('qrCode');
    this.#app = AuthenticatorApp.scan(await qrCode.screenshot());
  }

  /** The code that the app shows now. */
  get code(): string {
    if (!this.#app) throw new ManualError('The walk reads a code before an app was linked.');
    return this.#app.codeAt(this.options.portal.clock.read());
  }

  /** Lets time go by, for the portal and for the device. */
  async wait(time: Parameters<RunningPortal['clock']['advance']>[0]): Promise<void> {
    const { clock } = this.options.portal;
    clock.advance(time);
    await this.page.context().clock.setFixedTime(clock.read());
  }

  leave(): Promise<void> {
    return this.page.context().close();
  }
}
