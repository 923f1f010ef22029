import { newAccount, type Account } from '../faults/account.js';
import { pageScript } from '../tools/page-script.js';
import type { Goal } from './in-page/watch-page.js';

/** A page that is measured. */
export interface BenchPage {
  readonly name: string;
  readonly html: string;
  /** What the server knows of the person. */
  readonly account: Account;
}

export interface PageOptions {
  readonly name: string;
  /** By default Dutch, which comes with the library. */
  readonly lang?: string;
  readonly head?: string;
  readonly body: string;
  readonly goal?: Goal;
  /** The number of rows or tags that the goal waits for. */
  readonly count?: number;
  readonly account?: Account;
}

const watch = pageScript(new URL('./in-page/watch-page.ts', import.meta.url));

/** Makes a page that tells when its goal is there: by default, a field that has the focus. */
export function benchPage({
  name,
  lang = 'nl',
  head = '',
  body,
  goal = 'field',
  count = 1,
  account = newAccount({ session: 'half' }),
}: PageOptions): BenchPage {
  const html = `<!doctype html>
<html lang="${lang}">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>Site</title>
    <script>window.benchGoal = '${goal}'; window.benchCount = ${count};</script>
    <script>${watch}</script>
    ${head}
  </head>
  <body>${body}</body>
</html>`;
  return { name, html, account };
}

/** The script tag of README. */
export const SCRIPT_TAG = moduleTag('/lib/mfa-elements.js');

/** Returns the tag of a module. */
export function moduleTag(url: string): string {
  return `<script type="module" src="${url}"></script>`;
}

/** Returns links that load modules before they are asked for. */
export const preloads = (urls: readonly string[]): string =>
  urls.map((url) => `<link rel="modulepreload" href="${url}">`).join('');
