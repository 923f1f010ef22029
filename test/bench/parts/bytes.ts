import { join } from 'node:path';
import { readdirSync } from 'node:fs';
import { projectRoot } from '../../../demo/tools/prepare.mjs';
import { BenchTab } from '../bench-tab.js';
import type { BenchPage } from '../bench-page.js';
import type { SentFile } from '../bench-site.js';
import { brotli } from '../brotli.js';
import { bundle, type Bundle } from '../bundle.js';
import { LOOPBACK_1 } from '../conditions.js';
import { table, whole } from '../markdown.js';
import { scriptTagChallenge, scriptTagLogin } from '../pages/field-pages.js';
import { linkingPage, settingsPage } from '../pages/account-pages.js';
import type { Part, Tools } from '../part.js';
import { modulePath, packagesOf, PEERS, type Peer } from '../peers.js';

const sizeOf = ({ atOnce, files }: Bundle): number =>
  atOnce.reduce((sum, name) => sum + brotli(files.get(name) ?? new Uint8Array()).length, 0);

/** Every module of the package that registers elements, by what a site imports. */
function ourModules(): [name: string, path: string][] {
  const root = join(projectRoot, 'dist/esm');
  const elements = readdirSync(join(root, 'elements'), { recursive: true, encoding: 'utf8' })
    .map((file) => /^[\w-]+[\\/](mfa-[\w-]+)\.js$/.exec(file))
    .filter((match) => match !== null)
    .map(([file, name = '']): [string, string] => [`\`${name}\``, join(root, 'elements', file)]);
  return [...elements, ['`mfa-elements/define`, every element', join(root, 'define.js')]];
}

const peerModules = (Object.keys(PEERS) as Peer[]).map((peer): [string, string] => [
  `${packagesOf(peer)}: ${PEERS[peer].note}`,
  modulePath(peer),
]);

async function bundlesTable(): Promise<string> {
  const modules = [...peerModules, ...ourModules()];
  const sizes = await Promise.all(
    modules.map(async ([name, path]) => {
      const made = await bundle(path);
      return { name, bytes: sizeOf(made), files: made.atOnce.length };
    }),
  );
  const rows = sizes
    .toSorted((one, other) => one.bytes - other.bytes)
    .map(({ name, bytes, files }) => [name, whole(bytes), String(files)]);
  return table(['bundled for production', 'bytes', 'files'], rows);
}

/** Returns the files that were asked for until a page was ready. */
async function filesUntilReady(page: BenchPage, tools: Tools): Promise<readonly SentFile[]> {
  const tab = await BenchTab.open(tools.browser, tools.site, LOOPBACK_1);
  try {
    const { report, visit } = await tab.load(page);
    const readyAt = report.timeOrigin + report.at;
    return visit.sent.filter(({ askedAt }) => askedAt <= readyAt);
  } finally {
    await tab.close();
  }
}

async function pagesTable(tools: Tools): Promise<string> {
  const pages = [scriptTagChallenge(), scriptTagLogin(), linkingPage(), settingsPage(2)];
  const rows: string[][] = [];
  for (const page of pages) {
    const files = await filesUntilReady(page, tools);
    const total = files.reduce((sum, { bytes }) => sum + bytes, 0);
    const each = files.map(({ path, bytes }) => `${path.replace('/lib/', '')} ${whole(bytes)}`);
    rows.push([page.name, whole(total), each.join(', ')]);
  }
  return table(['page', 'bytes', 'files'], rows);
}

const BUNDLES = `A site that imports the module with a bundler: what loads at once, minified, with all that it imports.`;

const PAGES = `A page with the script tag: the files of the library that Chromium asks for until the goal of the page is there.`;

export const bytes: Part = {
  title: 'Bytes (brotli, quality 11)',
  measure: async (tools) =>
    [BUNDLES, await bundlesTable(), PAGES, await pagesTable(tools)].join('\n\n'),
};
