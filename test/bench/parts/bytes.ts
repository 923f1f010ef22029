import { bundle } from '../bundle.js';
import { bundleBytes } from '../bundle-bytes.js';
import { filesUntilReady, sumOf } from '../files-until-ready.js';
import { table, whole } from '../markdown.js';
import { measureFiles } from '../measure-budgets.js';
import { DEFINE, ownModules } from '../own-modules.js';
import { scriptTagChallenge, scriptTagLogin } from '../pages/field-pages.js';
import { linkingPage, settingsPage } from '../pages/account-pages.js';
import type { Part, Tools } from '../part.js';
import { modulePath, packagesOf, PEERS, type Peer } from '../peers.js';

const peerModules = (Object.keys(PEERS) as Peer[]).map((peer): [string, string] => [
  `${packagesOf(peer)}: ${PEERS[peer].note}`,
  modulePath(peer),
]);

async function bundlesTable(): Promise<string> {
  const ours = [...ownModules()].map(([tag, path]): [string, string] => [`\`${tag}\``, path]);
  const define: [string, string] = ['`mfa-elements/define`, every element', DEFINE];
  const modules = [...peerModules, ...ours, define];
  const sizes = await Promise.all(
    modules.map(async ([name, path]) => {
      const made = await bundle(path);
      return { name, bytes: bundleBytes(made), files: made.atOnce.length };
    }),
  );
  const rows = sizes
    .toSorted((one, other) => one.bytes - other.bytes)
    .map(({ name, bytes, files }) => [name, whole(bytes), String(files)]);
  return table(['bundled for production', 'bytes', 'files'], rows);
}

async function pagesTable(tools: Tools): Promise<string> {
  const pages = [scriptTagChallenge(), scriptTagLogin(), linkingPage(), settingsPage(2)];
  const rows: string[][] = [];
  for (const page of pages) {
    const files = await filesUntilReady(page, tools);
    const each = files.map(({ path, bytes }) => `${path.replace('/lib/', '')} ${whole(bytes)}`);
    rows.push([page.name, whole(sumOf(files)), each.join(', ')]);
  }
  return table(['page', 'bytes', 'files'], rows);
}

const BUNDLES = `A site that imports the module with a bundler: what loads at once, minified, with all that it imports.`;

const PAGES = `A page with the script tag: the files of the library that Chromium asks for until the goal of the page is there, without those that wait until the page is idle.`;

const filesTable = ({ site }: Tools): string =>
  table(
    ['file', 'bytes'],
    Object.entries(measureFiles(site)).map(([name, size]) => [name, whole(size)]),
  );

const FILES = `The files of the script tag. A page loads the first, and another when it needs that.`;

export const bytes: Part = {
  title: 'Bytes (brotli, quality 11)',
  measure: async (tools) =>
    [BUNDLES, await bundlesTable(), PAGES, await pagesTable(tools), FILES, filesTable(tools)].join(
      '\n\n',
    ),
};
