import { join } from 'node:path';
import { projectRoot } from '../../demo/tools/prepare.mjs';
import { bundle, type Bundle } from './bundle.js';
import { modulePath } from './peers.js';

const ours = (module: string) => join(projectRoot, 'dist/esm/elements', module);

/** The modules that pages load as bundles. */
const MODULES = {
  challenge: ours('challenge/mfa-challenge.js'),
  'code-input': ours('code-input/mfa-code-input.js'),
  'ion-input-otp': modulePath('ion-input-otp'),
  'input-otp': modulePath('input-otp'),
} as const;

export type Bundles = Readonly<Record<keyof typeof MODULES, Bundle>>;

/** Bundles what pages load. */
export async function makeBundles(): Promise<Bundles> {
  const made = Object.entries(MODULES).map(
    async ([name, module]) => [name, await bundle(module)] as const,
  );
  return Object.fromEntries(await Promise.all(made)) as unknown as Bundles;
}
