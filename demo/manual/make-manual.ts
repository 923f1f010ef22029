import { copyFile, mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Browser } from 'playwright';
import { ISSUER } from '../server/portal.js';
import { openMemoryDatabase } from '../tools/open-memory-database.js';
import { runPortal } from '../tools/run-portal.js';
import type { Locale } from '../../locales/languages.js';
import { renderManual } from './page/manual-page.js';
import { FONT_WEIGHTS, fontFile } from './capture/picture-font.js';
import type { Capture } from './capture/capture.js';
import { capturePortal } from './capture/capture-portal.js';
import { MANUAL_TEXTS } from './texts/index.js';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Leads to a fixed date in the portal and the manual, so that the pictures change only with the product. */
const FROM_THE_TEST_DATE = { days: 266 };

export interface Manual {
  /** The paths of the files. */
  readonly html: string;
  readonly pdf: string;
  readonly capture: Capture;
}

/**
 * Makes the manual in one language: captures the portal, writes the page and prints it as a PDF.
 *
 * @param folder Emptied first.
 * @throws {ManualError} If the portal and the manual no longer agree.
 */
export async function makeManual(
  browser: Browser,
  locale: Locale,
  folder: string,
): Promise<Manual> {
  const texts = MANUAL_TEXTS[locale];
  const pictures = join(folder, 'pictures');
  await rm(folder, { recursive: true, force: true });
  await mkdir(pictures, { recursive: true });
  const { database, close } = await openMemoryDatabase();
  const portal = await runPortal(database);
  try {
    portal.clock.advance(FROM_THE_TEST_DATE);
    const made = portal.clock.read();
    const { example } = texts;
    const capture = await capturePortal({ browser, portal, locale, folder: pictures, example });
    const account = portal.account.email;
    const page = renderManual({ locale, texts, capture, issuer: ISSUER, account, made });
    const html = join(folder, `handleiding-profiportaal.${locale}.html`);
    const pdf = join(folder, `handleiding-profiportaal.${locale}.pdf`);
    await writeFile(html, page);
    await copyAssets(folder);
    await print(browser, html, pdf);
    return { html, pdf, capture };
  } finally {
    await portal.close();
    await close();
  }
}

async function copyAssets(folder: string): Promise<void> {
  await copyFile(here('page/manual.css'), join(folder, 'manual.css'));
  for (const file of ['logo.svg', 'arches.svg']) {
    await copyFile(here(`../portal/assets/${file}`), join(folder, file));
  }
  for (const weight of FONT_WEIGHTS) {
    await copyFile(fontFile(weight), join(folder, `open-sans-${weight}.woff2`));
  }
}

async function print(browser: Browser, html: string, pdf: string): Promise<void> {
  const page = await browser.newPage();
  await page.goto(pathToFileURL(html).href, { waitUntil: 'load' });
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  await page.pdf({
    path: pdf,
    preferCSSPageSize: true,
    printBackground: true,
    tagged: true,
    outline: true,
  });
  await page.close();
}
