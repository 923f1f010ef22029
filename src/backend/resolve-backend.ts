import { parseUrl } from './urls.js';
import type { MfaBackend } from './backend.js';
import { checkedBackend } from './results/checked-backend.js';
import type { AccountNames } from './results/account-names.js';
import type { BackendDefinition } from './definition/definition.js';
import { jsonData } from './definition/json-data.js';
import { createContractBackend } from './contract/contract-backend.js';
import { developmentHooks, jsonErrorHint } from './http/development-hooks.js';
import type { Fetcher } from './http/exchange.js';
import type { PageAccess } from './http/page-access.js';
import type { Variables } from './definition/variables.js';
import { own } from './own.js';
import { MfaError } from './mfa-error.js';
import { loadFile } from './load-file.js';
import type { UrlAttributes } from './url-attributes.js';
import { DEFAULT_PRESET, loadPreset } from './presets/index.js';

/** The settings of a page that determine its backend. Default: the contract of this project. */
export interface BackendSettings extends AccountNames {
  /** A custom backend. Of the other settings only `issuer` and `account` are then used. */
  readonly backend?: MfaBackend;
  /** The URL that the paths of the definition are relative to; itself relative to the document. */
  readonly baseUrl?: string;
  /** The URL that `baseUrl` is relative to. Default the base URL of the document. */
  readonly documentUrl?: string;
  /** A definition. It takes precedence over `definitionText`, and that over `preset`. */
  readonly definition?: BackendDefinition;
  /** A definition as JSON: the content of a configuration script. */
  readonly definitionText?: string;
  /** The name of a definition that comes with the library. */
  readonly preset?: string;
  /** Requests that replace those of the definition, from the `*-url` attributes. */
  readonly requests?: UrlAttributes;
  /** Called instead of `fetch`. */
  readonly fetcher?: Fetcher;
  /** The variables of the definition that the page provides. */
  readonly variables?: Variables;
  /** How values are read from the page, and how it is left. Default: reads it, and never leaves it. */
  readonly page?: PageAccess;
}

/**
 * Creates the backend that the settings of a page describe: a custom one, or one over HTTP.
 *
 * @throws MfaError `misconfigured` with what to change; `unavailable` if the file of definitions or of a preset
 * cannot be loaded, `offline` if the device is offline.
 *
 * @example
 * const backend = await resolveBackend({ baseUrl: '/api/auth', preset: 'better-auth' });
 */
export async function resolveBackend(given: BackendSettings): Promise<MfaBackend> {
  const settings = own(given);
  if (settings.backend) return checkedBackend(settings.backend, settings);
  // If the attributes give whole paths, no base URL is needed.
  const path = settings.baseUrl?.trim() ?? '';
  const baseUrl = path === '' && settings.requests ? '/' : path;
  if (baseUrl === '') {
    throw new MfaError(
      'misconfigured',
      'Set base-url to where the backend is, such as "/api/mfa".',
    );
  }
  const { fetcher, variables, page, requests, issuer, account } = settings;
  const common = {
    baseUrl: resolveBaseUrl(baseUrl, settings.documentUrl ?? document.baseURI),
    ...(fetcher && { fetcher }),
    ...(issuer && { issuer }),
    ...(account && { account }),
  };
  if (isContract(settings)) return createContractBackend(common);
  const [{ createHttpBackend, applyUrlAttributes }, described] = await Promise.all([
    loadFile('definitions', () => import('./definitions.js')),
    resolveDefinition(settings),
  ]);
  return createHttpBackend({
    ...common,
    definition: requests ? applyUrlAttributes(described, requests) : described,
    ...(variables && { variables }),
    ...(page && { page }),
  });
}

/** Returns whether a page names no other backend than the project's own contract as it is. */
function isContract({ definition, definitionText, preset, requests, variables }: BackendSettings) {
  return (
    (definition ?? definitionText ?? requests ?? variables) == null &&
    (preset ?? DEFAULT_PRESET) === DEFAULT_PRESET &&
    // In development it is interpreted: explanations read a definition.
    !developmentHooks()
  );
}

async function resolveDefinition(settings: BackendSettings): Promise<BackendDefinition> {
  const { definition, definitionText, preset } = settings;
  if (definition != null) return jsonData(definition);
  return definitionText == null
    ? loadPreset(preset ?? DEFAULT_PRESET)
    : parseDefinitionText(definitionText);
}

/**
 * Parses JSON; createHttpBackend checks whether it is a definition.
 *
 * @throws MfaError `misconfigured` if it is not JSON.
 */
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

/**
 * A base URL on another origin has to be absolute and encrypted (C46).
 *
 * @throws MfaError `misconfigured` if it is not.
 */
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
