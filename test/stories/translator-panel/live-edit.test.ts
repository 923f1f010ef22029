import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, beforeEach, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright';
import { createServer, type Plugin, type ViteDevServer } from 'vite';
import { localeFiles } from '../../../stories/.storybook/translator-panel/locale-files.js';
import { launchChromium } from '../../../demo/tools/browser/launch-chromium.mjs';
import { message } from '../../support/message.js';

/** Milliseconds from saving a file to reading it on the page, on a busy machine. */
const AT_ONCE = 5000;

/** The message that is edited, as it was. */
const VERIFY = message('code.submit');

const root = fileURLToPath(new URL('../../..', import.meta.url));

/** The part of Storybook's preview that shows translations, and one element. */
const PAGE = `
  import '/src/define.ts';
  import { setLocale } from '/src/index.ts';
  import { scriptedBackend } from '/src/testing/index.ts';
  import '/stories/.storybook/translator-panel/live-locales.ts';
  const element = document.createElement('mfa-challenge');
  element.backend = scriptedBackend({ state: 'code-required' });
  document.body.append(element);
  window.setLocale = setLocale;
`;

const onePage: Plugin = {
  name: 'one page',
  resolveId: (id) => (id === 'virtual:page' ? '\0virtual:page' : undefined),
  load: (id) => (id === '\0virtual:page' ? PAGE : undefined),
  configureServer(server) {
    server.middlewares.use((request, response, next) => {
      if (request.url !== '/') {
        next();
        return;
      }
      const html = '<!doctype html><html lang="nl"><script type="module" src="/@id/virtual:page">';
      void server
        .transformIndexHtml('/', `${html}</script></html>`)
        .then((text) => response.setHeader('content-type', 'text/html').end(text));
    });
  },
};

describe('a translation file that is edited while Storybook runs', () => {
  const folder = mkdtempSync(join(tmpdir(), 'mfa-elements-locales-'));
  const dutch = join(folder, 'nl.xlf');
  const saved = readFileSync(join(root, 'locales/nl.xlf'), 'utf8');
  let server: ViteDevServer;
  let browser: Browser;
  let page: Page;
  let loads = 0;

  const edit = (from: string, to: string) => {
    const text = readFileSync(dutch, 'utf8');
    assert.ok(text.includes(from), `${from} is not in the file`);
    writeFileSync(dutch, text.replaceAll(from, to));
  };
  const see = (text: string) => page.getByText(text).waitFor({ timeout: AT_ONCE });

  before(async () => {
    cpSync(join(root, 'locales'), folder, { recursive: true });
    server = await createServer({
      root,
      configFile: false,
      cacheDir: join(folder, 'cache'),
      logLevel: 'error',
      optimizeDeps: { noDiscovery: true },
      server: { host: '127.0.0.1', port: 0 },
      plugins: [localeFiles(folder), onePage],
    });
    await server.listen();
    browser = await launchChromium();
    page = await browser.newPage();
    page.on('load', () => (loads += 1));
    await page.goto(server.resolvedUrls?.local[0] ?? '');
    await see(VERIFY);
  });

  beforeEach(async () => {
    writeFileSync(dutch, saved);
    await page.evaluate("window.setLocale('nl')");
    await see(VERIFY);
  });

  after(async () => {
    await browser.close();
    await server.close();
    rmSync(folder, { recursive: true });
  });

  it('is on the page without a reload, and the typed text stays', async () => {
    const field = page.getByRole('textbox');
    await field.fill('123');
    edit(`<target>${VERIFY}</target>`, '<target>Code nakijken</target>');
    await see('Code nakijken');
    assert.equal(await field.inputValue(), '123');
    assert.equal(loads, 1);
  });

  it('keeps values where the translation has them', async () => {
    edit(`${message('code.label', '')}</target>`, ' cijfers, je machtigingscode</target>');
    await see('6 cijfers, je machtigingscode');
  });

  it('shows in English what is no longer translated', async () => {
    edit(`<target>${VERIFY}</target>`, '');
    await see('Verify code');
  });

  it('is used by variants of the locale without a translation', async () => {
    const formal = join(folder, 'nl-x-formal.xlf');
    const text = readFileSync(formal, 'utf8');
    const unit = /(<trans-unit id="code\.submit">[^]*?)<target[^]*?<\/target>/;
    writeFileSync(formal, text.replace(unit, '$1'));
    edit(`<target>${VERIFY}</target>`, '<target>Code nakijken</target>');
    await page.evaluate("window.setLocale('nl-x-formal')");
    await see('Code nakijken');
    writeFileSync(formal, text);
  });

  it('is noticed if an editor replaces the file', async () => {
    const other = join(folder, 'nl.xlf.tmp');
    writeFileSync(other, saved.replace(`>${VERIFY}<`, '>Code controleren<'));
    renameSync(other, dutch);
    await see('Code controleren');
  });

  it('says on which line it cannot be read, and the page stays as it was', async () => {
    const line = saved.split('\n').findIndex((text) => text.includes(`>${VERIFY}<`)) + 1;
    edit(`<target>${VERIFY}</target>`, '<target>Code nakijken</taget>');
    const alert = page.getByRole('alert').filter({ hasText: `locales/nl.xlf, line ${line}: ` });
    await alert.waitFor({ timeout: AT_ONCE });
    await see(VERIFY);
    writeFileSync(dutch, saved);
    await alert.waitFor({ state: 'detached', timeout: AT_ONCE });
  });
});
