import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import type { Browser, Page } from 'playwright';
import { templates as english } from '../../src/localization/generated/en.js';
import { templates as german } from '../../src/localization/generated/de.js';
import { templates as formalDutch } from '../../src/localization/generated/nl-x-formal.js';
import { templates as dutch } from '../../src/localization/generated/nl.js';
import { launchChromium } from '../../demo/tools/browser/launch-chromium.mjs';

const LEAD = 'challenge.code.lead';

const library = new URL('../../dist/', import.meta.url);

/** A page that loads the library with a script element, in the language that its path names. */
const pageIn = (language: string, tag = 'mfa-challenge') =>
  `<!doctype html><html lang="${language}"><title>Page</title><${tag} base-url="/api"></${tag}><script type="module" src="/mfa-elements.js"></script>`;

/** A script for the page: records every text that was on the screen for a frame. */
const WATCH = `
  globalThis.seen = new Set();
  requestAnimationFrame(function look() {
    const lead = document.querySelector('mfa-challenge')?.shadowRoot?.querySelector('.lead');
    if (lead) seen.add(lead.textContent.trim());
    requestAnimationFrame(look);
  });
`;

describe('The translations of a locale in a separate file', () => {
  let browser: Browser;
  let page: Page;
  let origin: string;
  let asked: string[];
  let errors: string[];
  const server = createServer();

  before(async () => {
    server.on('request', ({ url = '' }, response) => {
      const isScript = url.endsWith('.js');
      const send = (status: number, body: Buffer | string = '') =>
        response
          .writeHead(status, { 'content-type': isScript ? 'text/javascript' : 'text/html' })
          .end(body);
      const [, language = '', tag] = url.split('/');
      if (!isScript) return send(200, pageIn(language, tag));
      asked.push(url);
      return void readFile(new URL(`.${url}`, library)).then(
        (text) => send(200, text),
        () => send(404),
      );
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    browser = await launchChromium();
  });
  after(async () => {
    await browser.close();
    server.close();
  });

  beforeEach(async () => {
    asked = [];
    errors = [];
    page = await browser.newPage();
    page.on('pageerror', (error) => errors.push(String(error)));
    await page.clock.install();
    await page.addInitScript(WATCH);
  });
  afterEach(async () => {
    await page.close();
    // An unhandled rejection is an error of the page.
    assert.deepEqual(errors, []);
  });

  const lead = (text: string) => page.getByText(text, { exact: true }).waitFor();
  const seen = () => page.evaluate<string[]>('[...seen]');
  const isUpgraded = () =>
    page.waitForFunction(() => customElements.get('mfa-challenge') !== undefined);
  const speak = (language: string) =>
    page.evaluate((lang) => (document.documentElement.lang = lang), language);

  it('are loaded only by a page in that language, and by none in Dutch', async () => {
    const translations = () => asked.filter((url) => /-(en|de|fr|nl-x-formal)\.js$/.test(url));
    await page.goto(`${origin}/nl`);
    await lead(dutch[LEAD]);
    assert.deepEqual(translations(), []);
    await speak('en');
    await lead(english[LEAD]);
    assert.deepEqual(translations(), ['/mfa-elements-en.js']);
  });

  it('are awaited: a page in German paints no other language first', async () => {
    let arrive = (): void => undefined;
    const hold = new Promise<void>((resolve) => (arrive = resolve));
    await page.route('**/mfa-elements-de.js', (route) => hold.then(() => route.continue()));
    await page.goto(`${origin}/de`, { waitUntil: 'commit' });
    await isUpgraded();
    await page.clock.runFor(1000);
    assert.deepEqual(await seen(), []);
    arrive();
    await lead(german[LEAD]);
    await page.clock.runFor(100);
    assert.deepEqual(await seen(), [german[LEAD]]);
  });

  it('come beside the first request of an element', async () => {
    await page.route('**/mfa-elements-de.js', () => new Promise(() => undefined));
    const requested = page.waitForRequest('**/api/status');
    await page.goto(`${origin}/de/mfa-login`, { waitUntil: 'commit' });
    await requested;
    assert.deepEqual(await seen(), []);
  });

  it('change a page that is already rendered only once they are loaded', async () => {
    await page.goto(`${origin}/nl`);
    await lead(dutch[LEAD]);
    await speak('de-AT');
    await lead(german[LEAD]);
    await page.clock.runFor(100);
    assert.deepEqual(await seen(), [dutch[LEAD], german[LEAD]]);
  });

  for (const [language, own, instead] of [
    ['de', german[LEAD], english[LEAD]],
    ['en', english[LEAD], dutch[LEAD]],
    ['nl-x-formal', formalDutch[LEAD], dutch[LEAD]],
  ] as const) {
    const file = `**/mfa-elements-${language}.js`;

    it(`for ${language}, if they cannot be loaded, are replaced; a later change tries again`, async () => {
      await page.route(file, (route) => route.abort());
      await page.goto(`${origin}/${language}`);
      await lead(instead);
      await page.clock.runFor(100);
      assert.deepEqual(await seen(), [instead]);
      await page.unroute(file);
      await speak(`${language}-x-again`);
      await speak(language);
      await lead(own);
    });

    it(`for ${language}, if they take more than three seconds, are replaced until they are loaded`, async () => {
      let arrive = (): void => undefined;
      const hold = new Promise<void>((resolve) => (arrive = resolve));
      await page.route(file, (route) => hold.then(() => route.continue()));
      await page.goto(`${origin}/${language}`, { waitUntil: 'commit' });
      await isUpgraded();
      await page.clock.runFor(3000);
      await lead(instead);
      arrive();
      await lead(own);
      await page.clock.runFor(100);
      assert.deepEqual(await seen(), [instead, own]);
    });
  }

  it('are replaced by the Dutch within four seconds if the English does not come either', async () => {
    await page.route('**/mfa-elements-{de,en}.js', () => new Promise(() => undefined));
    await page.goto(`${origin}/de`, { waitUntil: 'commit' });
    await isUpgraded();
    await page.clock.runFor(3000);
    assert.deepEqual(await seen(), []);
    await page.clock.runFor(1000);
    await lead(dutch[LEAD]);
  });
});
