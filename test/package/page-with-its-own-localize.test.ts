import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import type { Browser } from 'playwright';
import { launchChromium } from '../../demo/tools/browser/launch-chromium.mjs';
import { message } from '../support/message.js';

/** A page that uses our library and @lit/localize, from the same node_modules. */
const PAGE_SCRIPT = `
  import { configureLocalization } from '@lit/localize';
  import './dist/esm/define.js';
  configureLocalization({ sourceLocale: 'en', targetLocales: ['fr'], loadLocale: async () => ({ templates: {} }) });
  document.documentElement.dataset.configured = 'yes';
`;

describe('A page that uses @lit/localize itself', () => {
  let browser: Browser;
  let origin: string;
  const server = createServer();

  before(async () => {
    const { outputFiles } = await build({
      stdin: {
        contents: PAGE_SCRIPT,
        resolveDir: fileURLToPath(new URL('../../', import.meta.url)),
      },
      bundle: true,
      format: 'esm',
      write: false,
    });
    const script = outputFiles[0]?.text ?? '';
    server.on('request', (request, response) => {
      const isScript = request.url === '/page.js';
      response.writeHead(request.url === '/favicon.ico' ? 204 : 200, {
        'content-type': isScript ? 'text/javascript' : 'text/html; charset=utf-8',
      });
      response.end(
        isScript
          ? script
          : '<!doctype html><html lang="nl"><title>Pagina</title><mfa-challenge base-url="/api"></mfa-challenge><script type="module" src="/page.js"></script>',
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

  it('configures its own copy, and our elements still render Dutch', async () => {
    const page = await browser.newPage();
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(String(error)));
    await page.goto(origin);
    await page.getByRole('heading', { name: message('challenge.code.heading') }).waitFor();
    assert.equal(await page.locator('html').getAttribute('data-configured'), 'yes');
    assert.deepEqual(errors, []);
  });
});
