import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../../demo/tools/prepare.mjs';

const SOURCES = join(projectRoot, 'test/bench/peers');

/** Where the peers are installed: apart from the project, which does not need them. */
const INSTALLED = join(projectRoot, 'node_modules/.cache/bench-peers');

/** What our elements are measured beside, by the name of its module in `peers/`. */
export const PEERS = {
  'ion-input-otp': { packages: ['@ionic/core'], note: 'a code field' },
  hanko: { packages: ['@teamhanko/hanko-elements'], note: 'all its elements, for its own backend' },
  descope: {
    packages: ['@descope/web-component'],
    note: 'screens and parts come from its servers on top',
  },
  'input-otp': { packages: ['input-otp', 'react', 'react-dom'], note: 'a code field' },
} as const;

export type Peer = keyof typeof PEERS;

/** Returns the packages of a peer with their versions. */
export function packagesOf(peer: Peer): string {
  const { dependencies } = JSON.parse(readFileSync(join(SOURCES, 'package.json'), 'utf8')) as {
    readonly dependencies: Readonly<Record<string, string>>;
  };
  return PEERS[peer].packages.map((name) => `${name} ${dependencies[name] ?? ''}`).join(', ');
}

/** Returns the module of a peer, beside the installed packages. */
export const modulePath = (peer: Peer): string => join(INSTALLED, `${peer}.mjs`);

/** Whether the versions that the project names are installed. */
function areInstalled(): boolean {
  const [wanted, present] = [SOURCES, INSTALLED].map((folder) => join(folder, 'package-lock.json'));
  return (
    existsSync(join(INSTALLED, 'node_modules/.package-lock.json')) &&
    wanted !== undefined &&
    present !== undefined &&
    existsSync(present) &&
    readFileSync(wanted, 'utf8') === readFileSync(present, 'utf8')
  );
}

/**
 * Installs the peers, unless they are there.
 *
 * @throws {Error} If npm fails.
 */
export function installPeers(): void {
  const areThere = areInstalled();
  cpSync(SOURCES, INSTALLED, { recursive: true });
  if (areThere) return;
  console.log('Installing the peers…');
  const { status } = spawnSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], {
    cwd: INSTALLED,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (status !== 0) throw new Error('npm ci of the peers failed. See the lines above.');
}
