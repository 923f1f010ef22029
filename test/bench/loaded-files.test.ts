import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'node:test';
import type { Browser } from 'playwright';
import { launchChromium } from '../../demo/tools/browser/launch-chromium.mjs';
import { TYPED } from '../faults/typed.js';
import { message } from '../support/message.js';
import type { BenchPage } from './bench-page.js';
import { BenchSite } from './bench-site.js';
import type { BenchTab } from './bench-tab.js';
import { busyTab } from './busy-tab.js';
import { LOCALE_FILES } from './measure-budgets.js';
import { linkingPage, settingsPage } from './pages/account-pages.js';
import { scriptTagLogin, scriptTagLoginElsewhere } from './pages/field-pages.js';

const ENTRY = 'mfa-elements.js';
const LINKING = 'mfa-elements-linking.js';
const ACCOUNT = 'mfa-elements-account.js';
const RECOVERY = 'mfa-elements-recovery.js';
const MORE = 'mfa-elements-more.js';

const WRONG_CODE = '000000';

describe('The files of the library that a page asks for', () => {
  let browser: Browser;
  let site: BenchSite;
  let tab: BenchTab;
  /** Their names, in the order of the requests. */
  let asked: string[];

  before(async () => {
    site = await BenchSite.start({});
    browser = await launchChromium();
  });
  after(async () => {
    await browser.close();
    await site.close();
  });
  afterEach(() => tab.close());

  /** Opens a page, and waits until its goal is there. The page is not idle yet. */
  async function open(page: BenchPage, prepare?: () => Promise<void>): Promise<void> {
    tab = await busyTab(browser, site);
    await prepare?.();
    asked = [];
    tab.page.on('request', (request) => {
      const name = /\/lib\/(.*)$/.exec(request.url())?.[1];
      if (name !== undefined) asked.push(name);
    });
    await tab.load(page);
  }

  /** Lets the page be idle, and waits until it has done what it left for then. */
  async function beIdle(): Promise<void> {
    await tab.page.evaluate(
      () =>
        new Promise<void>((resolve) => {
          window.releaseIdle();
          requestIdleCallback(() => resolve());
        }),
    );
  }

  const button = (name: string) => tab.page.getByRole('button', { name });

  async function enter(code: string): Promise<void> {
    await tab.page.getByRole('textbox').fill(code);
    await button(message('code.submit')).click();
  }

  /** Signs in, after a wrong code. The page stays. */
  async function signIn(): Promise<void> {
    await enter(WRONG_CODE);
    await tab.page.locator('input[aria-invalid=true]').waitFor();
    await tab.page.evaluate(() => {
      addEventListener('mfa-navigate', (event) => {
        event.preventDefault();
        document.title = 'Signed in';
      });
    });
    await enter(TYPED.codes[0]);
    await tab.page.waitForFunction(() => document.title === 'Signed in');
  }

  it('to sign in are one, until the field can be typed in', async () => {
    await open(scriptTagLogin());
    assert.deepEqual(asked, [ENTRY]);
  });

  it('to sign in at a server with other addresses are also what describes them', async () => {
    await open(scriptTagLoginElsewhere());
    assert.deepEqual(asked, [ENTRY, 'mfa-elements-definitions.js']);
  });

  it('to sign in are never those for linking or for the account, also after a wrong code', async () => {
    await open(scriptTagLogin());
    await beIdle();
    await signIn();
    assert.deepEqual(asked.toSorted(), [ENTRY, MORE, RECOVERY].toSorted());
  });

  it('for the settings are those for linking only after “link another”', async () => {
    await open(settingsPage(2));
    await beIdle();
    assert.ok(asked.includes(ACCOUNT));
    assert.ok(!asked.includes(LINKING), asked.join());
    await button(message('authenticators.link.another')).click();
    await tab.page.getByRole('img').waitFor();
    assert.ok(asked.includes(LINKING));
  });

  it('for linking come beside the enrollment, which does not wait for them', async () => {
    const holdUntilStarted = async () => {
      const started = tab.page.waitForRequest(
        (request) => request.method() === 'POST' && request.url().endsWith('/api/enrollments'),
      );
      await tab.page.route(`**/${LINKING}`, async (route) => {
        await started;
        await route.continue();
      });
    };
    await open(linkingPage(), holdUntilStarted);
    assert.ok(asked.includes(LINKING));
  });

  for (const [name, page] of Object.entries({
    'sign-in': scriptTagLogin(),
    linking: linkingPage(),
    settings: settingsPage(2),
  })) {
    it(`in Dutch are without a locale: ${name}`, async () => {
      await open(page);
      await beIdle();
      assert.deepEqual(
        asked.filter((file) => LOCALE_FILES.includes(file)),
        [],
      );
    });
  }

  it('in English are the entry and its locale, until the field can be typed in', async () => {
    await open(scriptTagLogin('en'));
    assert.deepEqual(asked.toSorted(), ['mfa-elements-en.js', ENTRY].toSorted());
  });
});
