import type { Browser } from 'playwright';
import { LOCALES } from '../../locales/languages.js';
import { BUNDLED_LOCALE } from '../../src/localization/active-locale.js';
import type { BenchSite } from './bench-site.js';
import { bundleBytes } from './bundle-bytes.js';
import { bundle } from './bundle.js';
import type { Budgets } from './compare-budgets.js';
import { filesUntilReady, sumOf } from './files-until-ready.js';
import { DEFINE, ownModules } from './own-modules.js';
import { linkingPage, settingsPage } from './pages/account-pages.js';
import { scriptTagLogin } from './pages/field-pages.js';

/** What `define` loads later that is no part of a tag: the encoder, locales, definitions, and the diagnosis of codes and messages. */
const NO_PART_OF_A_TAG =
  /\/elements\/qr-code\/qrcode\.js$|\/localization\/(generated\/|report-message-mistakes)|\/backend\/(presets\/|definitions\.js$)|\/otp\/diagnosis\//;

/** The files of the script tag that every page or many pages load. */
const FILES = [
  'mfa-elements.js',
  'mfa-elements-linking.js',
  'mfa-elements-account.js',
  'mfa-elements-recovery.js',
  'mfa-elements-more.js',
  'mfa-elements-definitions.js',
  'mfa-elements-qrcode.js',
  'mfa-elements-diagnose-code.js',
] as const;

/** The files of the locales that do not come with the library. */
export const LOCALE_FILES: readonly string[] = LOCALES.filter(
  (locale) => locale !== BUNDLED_LOCALE,
).map((locale) => `mfa-elements-${locale}.js`);

/** Measures each element alone, and all of them, as a bundler makes them. */
export async function measureModules(): Promise<Budgets> {
  const bytes: Record<string, number> = {};
  for (const [tag, path] of ownModules()) bytes[`${tag} alone`] = bundleBytes(await bundle(path));
  const all = await bundle(DEFINE);
  bytes['all tags'] = bundleBytes(all, all.without(NO_PART_OF_A_TAG));
  return bytes;
}

/** Measures the files of the script tag. */
export function measureFiles(site: BenchSite): Budgets {
  const locales = LOCALE_FILES.reduce((sum, name) => sum + site.bytesOf(name), 0);
  const files = FILES.map((name) => [name, site.bytesOf(name)] as const);
  return { ...Object.fromEntries(files), 'locales together': locales };
}

/** Measures what pages with the script tag download in a browser. */
export async function measurePages(site: BenchSite, browser: Browser): Promise<Budgets> {
  const pages = {
    'sign-in until the field can be typed in': scriptTagLogin(),
    'sign-in in English until the field can be typed in': scriptTagLogin('en'),
    'linking until the QR code is drawn': linkingPage(),
    'settings with the list of apps': settingsPage(2),
  };
  const bytes: Record<string, number> = {};
  for (const [name, page] of Object.entries(pages)) {
    bytes[name] = sumOf(await filesUntilReady(page, { site, browser }));
  }
  return bytes;
}
