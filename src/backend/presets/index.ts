import type { BackendDefinition } from '../http/definition.js';
import { MfaError } from '../mfa-error.js';
import { definition as contract } from './mfa-elements.js';
import { nearestNames } from './nearest-names.js';

type Preset = () => BackendDefinition | Promise<BackendDefinition>;

/**
 * The backends that are described already. The first is imported statically, because a page that
 * names no preset needs it at once; the others are fetched when they are named.
 */
const PRESETS: Readonly<Record<string, Preset>> = {
  'mfa-elements': () => contract,
};

/** The names that the attribute `preset` knows. */
export const PRESET_NAMES: readonly string[] = Object.keys(PRESETS);

/** The preset of a page that names none: the project's own contract. */
export const DEFAULT_PRESET = 'mfa-elements';

/**
 * The definition that goes by this name.
 *
 * @throws MfaError `misconfigured` for an unknown name, with the known ones that look most like it;
 * `unavailable` when the file of the preset cannot be fetched.
 */
export async function loadPreset(name: string): Promise<BackendDefinition> {
  const preset = Object.hasOwn(PRESETS, name) ? PRESETS[name] : undefined;
  if (!preset) {
    const known = nearestNames(name, PRESET_NAMES).join(', ');
    throw new MfaError('misconfigured', `There is no preset "${name}". Did you mean: ${known}?`);
  }
  try {
    return await preset();
  } catch {
    throw new MfaError('unavailable', `The file of preset "${name}" could not be fetched.`);
  }
}
