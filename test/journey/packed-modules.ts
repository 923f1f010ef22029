import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { BrowserContext } from 'playwright';
import { build } from 'vite';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** Whether the portal has the modules of the package, bundled, in place of the build for the script tag. */
const hasModules = process.env.JOURNEY_LIBRARY === 'modules';

/** The folder with them. The tests of a file share it. */
let bundled: Promise<string> | undefined;

/** The folder of the library, if it is not the one that was built. */
export async function portalLibrary(): Promise<string | undefined> {
  if (hasModules) bundled ??= bundlePackedModules();
  return bundled;
}

/** Allows what README asks of a page whose own bundle has the elements: Lit's policy for Trusted Types. */
export async function allowBundle(context: BrowserContext): Promise<void> {
  if (!hasModules) return;
  await context.route('**/*', async (route) => {
    if (route.request().resourceType() !== 'document') return route.continue();
    const response = await route.fetch({ maxRedirects: 0 });
    const headers = response.headers();
    const policy = headers['content-security-policy']?.replace('trusted-types ', '$&lit-html ');
    return route.fulfill({
      response,
      headers: { ...headers, ...(policy && { 'content-security-policy': policy }) },
    });
  });
}

/**
 * Packs the package, unpacks it, and bundles its modules with Vite as the site of an integrator does. `dist/` has to
 * be built.
 *
 * @returns A folder that has them as `mfa-elements.js`, in place of the build for the script tag.
 */
async function bundlePackedModules(): Promise<string> {
  const site = mkdtempSync(join(tmpdir(), 'mfa-elements-site-'));
  process.on('exit', () => rmSync(site, { recursive: true }));
  const packages = join(site, 'node_modules');
  const unpacked = join(packages, 'mfa-elements');
  mkdirSync(unpacked, { recursive: true });
  const pack = ['pack', '--json', '--ignore-scripts', '--pack-destination', site];
  const printed = execFileSync('npm', pack, {
    cwd: root,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const [{ filename }] = JSON.parse(printed) as [{ readonly filename: string }];
  execFileSync('tar', ['-xzf', join(site, filename), '-C', unpacked, '--strip-components=1']);
  symlinkSync(join(root, 'node_modules/lit'), join(packages, 'lit'));

  const entry = join(site, 'main.js');
  writeFileSync(entry, "import 'mfa-elements/define';\n");
  await build({
    root: site,
    base: '/mfa-elements/',
    logLevel: 'error',
    build: {
      modulePreload: { polyfill: false },
      rolldownOptions: {
        input: entry,
        output: { entryFileNames: 'mfa-elements.js', chunkFileNames: '[name]-[hash].js' },
      },
      assetsDir: '',
    },
  });
  return join(site, 'dist');
}
