import { parseUrl } from './urls.js';
import type { MfaBackend } from './backend.js';
import { checkedBackend } from './results/checked-backend.js';
import type { BackendDefinition } from './definition/definition.js';
import { jsonErrorHint } from './http/development-hooks.js';
import { createHttpBackend, type Fetcher } from './http/http-backend.js';
import type { PageAccess } from './http/page-access.js';
import type { Variables } from './definition/variables.js';
import { MfaError } from './mfa-error.js';
import { applyUrlAttributes, type UrlAttributes } from './url-attributes.js';
import { DEFAULT_PRESET, loadPreset } from './presets/index.js';

export type { BackendDefinition } from './definition/definition.js';
export type { Fetcher } from './http/http-backend.js';
export type { Variables } from './definition/variables.js';

/** What a page says about its backend. What it leaves out is the project's own contract. */
export interface BackendSettings {
  /** Replaces HTTP altogether; of the rest only the names are looked at then. */
  readonly backend?: MfaBackend;
  /** Where the backend's paths begin, relative to the document. */
  readonly baseUrl?: string;
  /** The address of the document, which `baseUrl` is relative to. Default the page's own. */
  readonly documentUrl?: string;
  /** A definition; goes before `definitionText`, which goes before `preset`. */
  readonly definition?: BackendDefinition;
  /** A definition as JSON text: the content of a configuration script. */
  readonly definitionText?: string;
  /** The name of a backend that is described already. */
  readonly preset?: string;
  /** Requests by attribute, which replace those of the definition. */
  readonly requests?: UrlAttributes;
  /** Used in place of `fetch`. */
  readonly fetcher?: Fetcher;
  /** What a definition may ask of the page when it makes a request. */
  readonly variables?: Variables;
  /** What the backend may do with the page. Default: read it. */
  readonly page?: PageAccess;
  /** The site and the account as the app shows them, for a backend that does not say. */
  readonly issuer?: string;
  readonly account?: string;
}

/**
 * The backend that a page means with its settings.
 *
 * @throws MfaError `misconfigured` that says what to change; `unavailable` when a preset's file
 * cannot be fetched.
 */
export async function resolveBackend(settings: BackendSettings): Promise<MfaBackend> {
  if (settings.backend) return checkedBackend(settings.backend, settings);
  // Whoever gives the whole paths by attribute has no need of a place where they begin.
  const given = settings.baseUrl?.trim() ?? '';
  const baseUrl = given === '' && settings.requests ? '/' : given;
  if (baseUrl === '') {
    throw new MfaError(
      'misconfigured',
      'Set base-url to where the backend is, such as "/api/mfa".',
    );
  }
  const described = await resolveDefinition(settings);
  const { fetcher, variables, page, issuer, account } = settings;
  return createHttpBackend({
    baseUrl: resolveBaseUrl(baseUrl, settings.documentUrl ?? document.baseURI),
    definition: settings.requests ? applyUrlAttributes(described, settings.requests) : described,
    ...(fetcher && { fetcher }),
    ...(variables && { variables }),
    ...(page && { page }),
    ...(issuer && { issuer }),
    ...(account && { account }),
  });
}

async function resolveDefinition(settings: BackendSettings): Promise<BackendDefinition> {
  const { definition, definitionText, preset } = settings;
  if (definition === undefined && definitionText === undefined) {
    return loadPreset(preset ?? DEFAULT_PRESET);
  }
  return definition ?? parseDefinitionText(definitionText ?? '');
}

/** Whether it is a definition too, and not JSON alone, is for createHttpBackend to check. */
function parseDefinitionText(text: string): BackendDefinition {
  try {
    return JSON.parse(text) as BackendDefinition;
  } catch {
    throw new MfaError(
      'misconfigured',
      `The backend definition is not valid JSON: ${jsonErrorHint(text)}.`,
    );
  }
}

/** Another origin than the page's has to be named in full and be encrypted (C46). */
function resolveBaseUrl(baseUrl: string, documentUrl: string): string {
  const url = parseUrl(baseUrl, documentUrl);
  if (!url) throw new MfaError('misconfigured', 'base-url is not a URL.');
  if (!['http:', 'https:'].includes(url.protocol)) {
    throw new MfaError('misconfigured', 'base-url must be an http(s) URL.');
  }
  const sameOrigin = url.origin === new URL(documentUrl).origin;
  if (!sameOrigin && url.protocol !== 'https:' && !isLoopback(url.hostname)) {
    throw new MfaError('misconfigured', 'base-url on another origin must begin with https:.');
  }
  return url.href;
}

/** RFC 6761, section 6.3, and the loopback addresses themselves. */
function isLoopback(hostname: string): boolean {
  return /^(?:localhost|.+\.localhost|127(?:\.\d+){3}|\[::1\])$/.test(hostname);
}
