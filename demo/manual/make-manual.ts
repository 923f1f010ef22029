import { copyFile, mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Browser } from 'playwright';
import { ISSUER } from '../server/portal.js';
import { openMemoryDatabase } from '../tools/open-memory-database.js';
import { runPortal } from '../tools/run-portal.js';
import type { Locale } from '../server/pages/languages.js';
import { renderManual } from './page/manual-page.js';
import { FONT_WEIGHTS, fontFile } from './walk/page-font.js';
import type { Recording } from './walk/recording.js';
import { walk } from './walk/walk.js';
import { WORDS } from './texts/texts.js';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** The day that the portal and the manual show: pictures change when the product does, not by the day. */
const DAYS_FROM_THE_CLOCK_OF_TESTS = { days: 266 };

export interface Manual {
  /** Paths of the files. */
  readonly html: string;
  readonly pdf: string;
  readonly recording: Recording;
}

/**
 * Makes the manual in one language: walks the portal, takes its pictures, writes the page and prints it.
 *
 * @param folder What is in it goes.
 * @throws {ManualError} when the portal and the manual have parted.
 */
export async function makeManual(
  browser: Browser,
  locale: Locale,
  folder: string,
): Promise<Manual> {
  const words = WORDS[locale];
  const pictures = join(folder, 'pictures');
  await rm(folder, { recursive: true, force: true });
  await mkdir(pictures, { recursive: true });
  const { database, close } = await openMemoryDatabase();
  const portal = await runPortal(database);
  try {
    portal.clock.advance(DAYS_FROM_THE_CLOCK_OF_TESTS);
    const made = portal.clock.read();
    const { example } = words;
    const recording = await walk({ browser, portal, locale, folder: pictures, example });
    const account = portal.account.email;
    const page = renderManual({ locale, words, recording, issuer: ISSUER, account, made });
    const html = join(folder, `handleiding-profiportaal.${locale}.html`);
    const pdf = join(folder, `handleiding-profiportaal.${locale}.pdf`);
    await writeFile(html, page);
    await copyAssets(folder);
    await print(browser, html, pdf);
    return { html, pdf, recording };
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
