import type { Browser, BrowserContextOptions } from 'playwright';
import type { Locale } from '../../../locales/languages.js';
import { AuthenticatorApp } from '../../tools/authenticator-app.js';
import type { RunningPortal } from '../../tools/run-portal.js';
import { ManualError } from '../manual-error.js';
import { PageDriver } from './page-driver.js';
import { readPictureFont, setPictureFont } from './picture-font.js';
import { ProductMessages } from './product-messages.js';

const SHARP: BrowserContextOptions = {
  deviceScaleFactor: 2,
  reducedMotion: 'reduce',
  colorScheme: 'light',
  locale: 'nl-NL',
  timezoneId: 'Europe/Amsterdam',
};
/** As narrow as a page with two columns can be, so that its text prints large; nothing scrolls. */
export const COMPUTER: BrowserContextOptions = { ...SHARP, viewport: { width: 800, height: 1800 } };
export const PHONE: BrowserContextOptions = {
  ...SHARP,
  viewport: { width: 375, height: 1700 },
  hasTouch: true,
  isMobile: true,
};

/** Enough room to show the edge of the card around its contents, in CSS pixels. */
export const AROUND_CARD = { x: 40, y: 36 };

/** The time until the app shows another code (RFC 6238, section 5.2). Each code works once. */
export const NEXT_CODE = { seconds: 30 };

export interface CaptureOptions {
  readonly browser: Browser;
  readonly portal: RunningPortal;
  readonly locale: Locale;
  /** The folder for the pictures. */
  readonly folder: string;
  /** Printed across the QR code. */
  readonly example: string;
}

/** Uses the portal as a customer does, with a browser and an authenticator app. */
export class PortalDriver extends PageDriver {
  readonly options: CaptureOptions;
  #app: AuthenticatorApp | undefined;

  /** Opens the sign-in page on a device and chooses the language. */
  static async open(options: CaptureOptions, device: BrowserContextOptions): Promise<PortalDriver> {
    const { browser, portal, locale } = options;
    const context = await browser.newContext({ ...device, baseURL: portal.origin });
    await context.clock.setFixedTime(portal.clock.read());
    await context.addInitScript(setPictureFont, readPictureFont());
    const page = await context.newPage();
    await page.goto('/inloggen');
    await page.locator(`[data-language="${locale}"]`).click();
    await page.locator(`html[lang="${locale}"]`).waitFor();
    return new PortalDriver(options, page);
  }

  private constructor(options: CaptureOptions, page: PageDriver['page']) {
    super(page, new ProductMessages(options.locale), options.folder);
    this.options = options;
  }

  async fillInPassword(): Promise<void> {
    const { account } = this.options.portal;
    await this.type('email', account.email);
    await this.type('password', account.password);
  }

  /** Gives the password and waits for the page of the second step. */
  async signIn(): Promise<void> {
    await this.fillInPassword();
    await this.press('signIn');
    await this.page.waitForURL('**/inloggen/verificatie');
  }

  /** Waits until the overview shows the name of the account. */
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

  /** Scans the QR code on the page with a new app. */
  async scan(): Promise<void> {
    const qrCode = await this.find('qrCode');
    this.#app = AuthenticatorApp.scan(await qrCode.screenshot());
  }

  /** The code that the app shows now. */
  get code(): string {
    if (!this.#app) throw new ManualError('A code is read before an app was linked.');
    return this.#app.codeAt(this.options.portal.clock.read());
  }

  /** Advances the clocks of the portal and of the device. */
  async wait(time: Parameters<RunningPortal['clock']['advance']>[0]): Promise<void> {
    const { clock } = this.options.portal;
    clock.advance(time);
    await this.page.context().clock.setFixedTime(clock.read());
  }

  close(): Promise<void> {
    return this.page.context().close();
  }
}
