import type { BackendDefinition } from '../http/language/definition.js';
import { MfaError } from '../mfa-error.js';
import { definition as contract } from './mfa-elements.js';
import { nearestNames } from '../../internal/nearest-names.js';

type Preset = () => BackendDefinition | Promise<BackendDefinition>;

/**
 * The backends that are described already. The first is imported statically, because a page that
 * names no preset needs it at once; the others are fetched when they are named.
 */
const PRESETS: Readonly<Record<string, Preset>> = {
  appwrite: () => import('./appwrite.js').then(({ definition }) => definition),
  'aspnet-core-identity': () =>
    import('./aspnet-core-identity.js').then(({ definition }) => definition),
  'auth0-mfa': () => import('./auth0-mfa.js').then(({ definition }) => definition),
  'auth0-my-account': () => import('./auth0-my-account.js').then(({ definition }) => definition),
  authelia: () => import('./authelia.js').then(({ definition }) => definition),
  'better-auth': () => import('./better-auth.js').then(({ definition }) => definition),
  cognito: () => import('./cognito.js').then(({ definition }) => definition),
  'django-allauth': () => import('./django-allauth.js').then(({ definition }) => definition),
  firebase: () => import('./firebase.js').then(({ definition }) => definition),
  fusionauth: () => import('./fusionauth.js').then(({ definition }) => definition),
  keycloak: () => import('./keycloak.js').then(({ definition }) => definition),
  'laravel-fortify': () => import('./laravel-fortify.js').then(({ definition }) => definition),
  logto: () => import('./logto.js').then(({ definition }) => definition),
  'mfa-elements': () => contract,
  nextcloud: () => import('./nextcloud.js').then(({ definition }) => definition),
  okta: () => import('./okta.js').then(({ definition }) => definition),
  'ory-kratos': () => import('./ory-kratos.js').then(({ definition }) => definition),
  rodauth: () => import('./rodauth.js').then(({ definition }) => definition),
  supabase: () => import('./supabase.js').then(({ definition }) => definition),
  supertokens: () => import('./supertokens.js').then(({ definition }) => definition),
  'wordpress-two-factor': () =>
    import('./wordpress-two-factor.js').then(({ definition }) => definition),
  zitadel: () => import('./zitadel.js').then(({ definition }) => definition),
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
