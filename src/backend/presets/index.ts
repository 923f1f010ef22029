import type { BackendDefinition } from '../definition/definition.js';
import { loadFile } from '../load-file.js';
import { MfaError } from '../mfa-error.js';

interface PresetFile {
  readonly definition: BackendDefinition;
}

type Preset = () => Promise<PresetFile>;

/** The backends that are described already. Each is fetched when it is named. */
const PRESETS: Readonly<Record<string, Preset>> = {
  appwrite: () => import('./appwrite.js'),
  'aspnet-core-identity': () => import('./aspnet-core-identity.js'),
  'auth0-mfa': () => import('./auth0-mfa.js'),
  'auth0-my-account': () => import('./auth0-my-account.js'),
  authelia: () => import('./authelia.js'),
  'better-auth': () => import('./better-auth.js'),
  cognito: () => import('./cognito.js'),
  'django-allauth': () => import('./django-allauth.js'),
  firebase: () => import('./firebase.js'),
  fusionauth: () => import('./fusionauth.js'),
  keycloak: () => import('./keycloak.js'),
  'laravel-fortify': () => import('./laravel-fortify.js'),
  logto: () => import('./logto.js'),
  'mfa-elements': () => import('./mfa-elements.js'),
  nextcloud: () => import('./nextcloud.js'),
  okta: () => import('./okta.js'),
  'ory-kratos': () => import('./ory-kratos.js'),
  rodauth: () => import('./rodauth.js'),
  supabase: () => import('./supabase.js'),
  supertokens: () => import('./supertokens.js'),
  'wordpress-two-factor': () => import('./wordpress-two-factor.js'),
  zitadel: () => import('./zitadel.js'),
};

/** The names that the attribute `preset` knows. */
export const PRESET_NAMES: readonly string[] = Object.keys(PRESETS);

/** The preset of a page that names none: the project's own contract. */
export const DEFAULT_PRESET = 'mfa-elements';

/**
 * The definition that goes by this name.
 *
 * @throws MfaError `misconfigured` for an unknown name, with the names that there are;
 * `unavailable` when the file of the preset cannot be fetched, `offline` if the device is offline.
 */
export async function loadPreset(name: string): Promise<BackendDefinition> {
  const preset = Object.hasOwn(PRESETS, name) ? PRESETS[name] : undefined;
  if (!preset) {
    const known = PRESET_NAMES.join(', ');
    throw new MfaError('misconfigured', `There is no preset "${name}". The presets are: ${known}.`);
  }
  const { definition } = await loadFile(`preset "${name}"`, preset);
  return definition;
}
