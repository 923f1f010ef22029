import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright';
import { SAMPLE } from '../../src/testing/sample-account.js';
import { message } from '../support/message.js';

const DIST = fileURLToPath(new URL('../../dist/', import.meta.url));
const ORIGIN = 'https://site.example';

/** The script tag of README, by any URL that leads to the file. */
export const scriptTag = (url = '/lib/mfa-elements.js'): string =>
  `<script type="module" src="${url}"></script>`;

export interface HostPageOptions {
  /** The Content-Security-Policy of the page. */
  readonly policy?: string;
  readonly head?: string;
  readonly body?: string;
  /** More files of the site, by path: scripts. */
  readonly files?: Readonly<Record<string, string>>;
}

/** A page of somebody else that uses the built library, with what it logged and sent. */
export class HostPage {
  readonly page: Page;
  /** Everything in the console, and errors that nothing catches. */
  readonly logged: string[] = [];
  /** The requests to the backend: method and URL. */
  readonly requests: string[] = [];
  /** The paths of the library's files that were loaded, oldest first. */
  readonly loaded: string[] = [];

  private constructor(page: Page) {
    this.page = page;
  }

  /** Opens a page with the built library and a backend that asks for a code. */
  static async open(
    browser: Browser,
    { policy, head = scriptTag(), body = LOGIN, files = {} }: HostPageOptions,
  ): Promise<HostPage> {
    const host = new HostPage(await browser.newPage());
    const { page } = host;
    page.setDefaultTimeout(10_000);
    page.on('pageerror', (error) => host.logged.push(String(error)));
    page.on('console', (line) => host.logged.push(line.text()));
    await page.route('**/*', async (route) => {
      const request = route.request();
      const { origin, pathname } = new URL(request.url());
      const script = files[pathname];
      if (origin !== ORIGIN || pathname.startsWith('/api/')) {
        host.requests.push(`${request.method()} ${request.url()}`);
        const json = pathname.endsWith('/status') && { state: 'code-required', methods: ['totp'] };
        await route.fulfill({
          ...(json ? { json } : { status: 204 }),
          headers: { 'access-control-allow-origin': '*' },
        });
      } else if (script !== undefined) {
        await route.fulfill({ contentType: 'text/javascript', body: script });
      } else if (pathname.startsWith('/lib/')) {
        host.loaded.push(pathname);
        const file = DIST + pathname.slice('/lib/'.length);
        await route.fulfill(
          existsSync(file)
            ? { contentType: 'text/javascript', body: readFileSync(file, 'utf8') }
            : { status: 404 },
        );
      } else if (pathname === '/favicon.ico') {
        await route.fulfill({ status: 204 });
      } else {
        await route.fulfill({
          contentType: 'text/html; charset=utf-8',
          ...(policy !== undefined && { headers: { 'content-security-policy': policy } }),
          body: `<!doctype html><html lang="nl"><head><title>Site</title>${head}</head><body>${body}</body></html>`,
        });
      }
    });
    await page.goto(`${ORIGIN}/`, { waitUntil: 'commit' });
    return host;
  }

  /** Signs in with a code, as a person does. */
  async signIn(): Promise<void> {
    await this.page.getByRole('heading', { name: message('challenge.code.heading') }).waitFor();
    await this.page.getByRole('textbox').fill(SAMPLE.code);
    await this.page.getByRole('button', { name: message('code.submit') }).click();
    await this.page.getByRole('heading', { name: message('challenge.verified.heading') }).waitFor();
  }

  /** Waits until something is in the console. */
  async untilLogged(): Promise<void> {
    if (this.logged.length === 0) await this.page.waitForEvent('console');
  }

  close(): Promise<void> {
    return this.page.close();
  }
}

const LOGIN = '<mfa-login base-url="/api"></mfa-login>';
