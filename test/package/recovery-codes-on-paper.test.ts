import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import type { Browser, Page } from 'playwright';
import { SAMPLE } from '../../src/testing/sample-account.js';
import { launchChromium } from '../../demo/tools/browser/launch-chromium.mjs';
import { message } from '../support/message.js';

const PAGE_SCRIPT = `
  import './src/define.js';
  import { SAMPLE, scriptedBackend } from './src/testing/index.js';
  import { visibleElements } from './src/testing/harness/dom.js';
  globalThis.visibleElements = visibleElements;
  const [list] = document.getElementsByTagName('mfa-recovery-code-list');
  if (list) Object.assign(list, { codes: SAMPLE.recoveryCodes, issuer: SAMPLE.issuer });
  const [enrollment] = document.getElementsByTagName('mfa-enrollment');
  if (enrollment) enrollment.backend = scriptedBackend();
`;

/** Styles that try to print the page itself, and dark. */
const PAGE_STYLES = `
  html { color-scheme: dark; background: #000; height: 100%; overflow: hidden; }
  html::before { content: 'De portaal'; }
  body { display: grid !important; visibility: visible !important; color: #fff; }
  body::before { content: 'Een balk'; }
  @media print { main#main.main { display: block !important; } nav { display: none; } }
  * { letter-spacing: normal; }
`;

const BODY = {
  '/codes':
    'Losse tekst <nav>Menu</nav><main id="main" class="main"><h1>Profiel</h1><mfa-recovery-code-list></mfa-recovery-code-list></main><dialog open>Een dialoog</dialog>',
  '/koppelen': '<main><h1>Koppelen</h1><mfa-enrollment></mfa-enrollment></main>',
};

/** The strictest policy (ARCHITECTURE.md, decision 3). */
const POLICY =
  "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self'; object-src 'none'; base-uri 'none'; require-trusted-types-for 'script'";

/** The function that the script adds to the window. */
interface PageWindow {
  visibleElements(node: Node): Element[];
}

describe('Paper', () => {
  const server = createServer();
  let browser: Browser;
  let origin: string;
  let page: Page;
  let complaints: string[];

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
    const files: Record<string, [type: string, text: string]> = {
      '/page.js': ['text/javascript', outputFiles[0]?.text ?? ''],
      '/page.css': ['text/css', PAGE_STYLES],
    };
    for (const [path, body] of Object.entries(BODY)) {
      files[path] = [
        'text/html; charset=utf-8',
        `<!doctype html><html lang="nl"><title>Pagina</title><link rel="stylesheet" href="/page.css"><script type="module" src="/page.js"></script><body>${body}</body></html>`,
      ];
    }
    server.on('request', (request, response) => {
      const [type, text] = files[request.url ?? ''] ?? [];
      response.writeHead(type ? 200 : 204, {
        'content-type': type ?? 'text/plain',
        'content-security-policy': POLICY,
      });
      response.end(text);
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
    page = await browser.newPage();
    complaints = [];
    page.on('console', (message) => {
      if (message.type() === 'error') complaints.push(message.text());
    });
    page.on('pageerror', (error) => complaints.push(String(error)));
  });
  afterEach(async () => {
    await page.close();
    assert.deepEqual(complaints, []);
  });

  /** Returns the text that is visible in print. */
  const onPaper = async (): Promise<string> => {
    await page.emulateMedia({ media: 'print' });
    const texts = await page.evaluate(() =>
      (globalThis as unknown as PageWindow)
        .visibleElements(document.documentElement)
        .flatMap((element) => [element, ...(element.shadowRoot ? [element.shadowRoot] : [])])
        .flatMap(({ childNodes }) => [...childNodes])
        .map((node) => (node instanceof Text ? node.data : '')),
    );
    return texts.join(' ').replaceAll(/\s+/g, ' ').trim();
  };
  const pagesOfPdf = async () =>
    (await page.pdf()).toString('latin1').match(/\/Type\s*\/Page\b/g)?.length;

  describe('with recovery codes', () => {
    beforeEach(async () => {
      // Simulates the print dialog of a phone, which does not block the page.
      await page.addInitScript(() => {
        window.print = () => undefined;
      });
      await page.goto(`${origin}/codes`);
      await page.getByRole('button', { name: message('recovery-code-list.print') }).click();
    });

    it('has the codes, what they are and nothing else of the page (C12)', async () => {
      const today = new Intl.DateTimeFormat('nl', { dateStyle: 'long' }).format(new Date());
      assert.equal(
        await onPaper(),
        [
          message('recovery-code-list.heading', 'ProfiPortaal'),
          message('recovery-codes.generated', today),
          message('recovery-codes.use'),
          ...SAMPLE.recoveryCodes,
        ].join(' '),
      );
      assert.equal(await pagesOfPdf(), 1);
    });

    it('is black on white, on a dark page too', async () => {
      await page.emulateMedia({ media: 'print' });
      const colors = await page.evaluate(() => [
        getComputedStyle(document.documentElement).backgroundColor,
        getComputedStyle(document.querySelector('mfa-print-sheet') ?? document.body).color,
        getComputedStyle(document.documentElement, '::before').content,
      ]);
      assert.deepEqual(colors, ['rgb(255, 255, 255)', 'rgb(0, 0, 0)', 'none']);
    });

    it('is not visible on the screen, and is removed at the next interaction', async () => {
      assert.equal(await page.locator('mfa-print-sheet').count(), 1);
      assert.equal(await page.locator('mfa-print-sheet').isVisible(), false);
      await page.getByLabel(message('recovery-code-list.kept.other')).check();
      assert.equal(await page.locator('mfa-print-sheet').count(), 0);
      assert.match(await onPaper(), /Profiel/);
    });
  });

  it("has the codes, without their buttons, with the browser's own print command", async () => {
    await page.goto(`${origin}/codes`);
    await page.getByRole('button', { name: message('recovery-code-list.print') }).waitFor();
    const text = await onPaper();
    for (const code of SAMPLE.recoveryCodes) assert.ok(text.includes(code));
    for (const id of [
      'recovery-code-list.print',
      'recovery-code-list.download',
      'recovery-code-list.kept.other',
    ] as const) {
      assert.ok(!text.includes(message(id)), id);
    }
  });

  it('has no QR code, key or field while an app is being linked (C12)', async () => {
    await page.goto(`${origin}/koppelen`);
    await page.getByRole('img', { name: message('enrollment.qr.label') }).waitFor();
    await page.getByLabel(message('code.label', 6)).fill('864209');
    // Opens everything that is collapsed, so that it would be printed.
    await page.evaluate(() => {
      for (const element of (globalThis as unknown as PageWindow).visibleElements(document.body)) {
        if (element instanceof HTMLDetailsElement) element.open = true;
      }
    });
    const text = (await onPaper()).replaceAll(' ', '');
    assert.match(text, /Koppelen/);
    assert.ok(!text.includes(SAMPLE.secret));
    assert.ok(!text.includes('864209'));
    const visible = await page.evaluate(() =>
      (globalThis as unknown as PageWindow)
        .visibleElements(document.body)
        .filter((element) => element.matches('input, mfa-qr-code, svg[role=img]'))
        .map(({ localName }) => localName),
    );
    assert.deepEqual(visible, []);
  });

  it('is not the only way: the file can be saved under the strictest policy too', async () => {
    await page.goto(`${origin}/codes`);
    const saving = page.waitForEvent('download');
    await page.getByRole('button', { name: message('recovery-code-list.download') }).click();
    const download = await saving;
    assert.equal(download.suggestedFilename(), message('recovery-code-list.file-name'));
    const file = await readFile(await download.path(), 'utf8');
    for (const code of SAMPLE.recoveryCodes) assert.ok(file.includes(`\n${code}\n`));
  });
});
