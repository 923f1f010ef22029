import type { Recording } from '../recording.js';
import { recording as appwrite } from './appwrite.js';
import { recording as aspnetCoreIdentity } from './aspnet-core-identity.js';
import { recording as auth0Mfa } from './auth0-mfa.js';
import { recording as auth0MyAccount } from './auth0-my-account.js';
import { recording as authelia } from './authelia.js';
import { recording as betterAuth } from './better-auth.js';
import { recording as cognito } from './cognito.js';
import { recording as djangoAllauth } from './django-allauth.js';
import { recording as firebase } from './firebase.js';
import { recording as fusionauth } from './fusionauth.js';
import { recording as keycloak } from './keycloak.js';
import { recording as laravelFortify } from './laravel-fortify.js';
import { recording as logto } from './logto.js';
import { recording as mfaElements } from './mfa-elements.js';
import { recording as nextcloud } from './nextcloud.js';
import { recording as okta } from './okta.js';
import { recording as oryKratos } from './ory-kratos.js';
import { recording as rodauth } from './rodauth.js';
import { recording as supabase } from './supabase.js';
import { recording as supertokens } from './supertokens.js';
import { recording as wordpressTwoFactor } from './wordpress-two-factor.js';
import { recording as zitadel } from './zitadel.js';

/** Every product that is walked, sorted by the name of its preset. */
export const RECORDINGS: readonly Recording[] = [
  appwrite,
  aspnetCoreIdentity,
  auth0Mfa,
  auth0MyAccount,
  authelia,
  betterAuth,
  cognito,
  djangoAllauth,
  firebase,
  fusionauth,
  keycloak,
  laravelFortify,
  logto,
  mfaElements,
  nextcloud,
  okta,
  oryKratos,
  rodauth,
  supabase,
  supertokens,
  wordpressTwoFactor,
  zitadel,
];
