import { property } from 'lit/decorators.js';
import type { MfaBackend, MfaCapabilities, MfaOperation } from '../../../backend/backend.js';
import type { PageAccess } from '../../../backend/http/page-access.js';
import { MfaError } from '../../../backend/mfa-error.js';
import { OPERATION_NAMES } from '../../../backend/operations.js';
import { readCapabilities } from '../../../backend/results/read-capabilities.js';
import { resolveBackend, type BackendSettings } from '../../../backend/resolve-backend.js';
import { urlProperty } from '../../../backend/url-property.js';
import { ThemedElement } from './themed-element.js';
import { pageBase } from '../page/page-urls.js';
import { scriptText } from '../page/script-text.js';

type Setting<Name extends keyof BackendSettings> = NonNullable<BackendSettings[Name]>;

/** The properties that name the backend. A change of one of them resolves another. */
const NAMING_PROPERTIES = [
  'baseUrl',
  'preset',
  'config',
  'definition',
  'backend',
  ...OPERATION_NAMES.map(urlProperty),
] as const satisfies readonly (keyof BackendElement)[];

/** Milliseconds after which an element no longer waits in silence for its backend: as long as for a response. */
export const BACKEND_TIMEOUT = 15_000;

const LATE = 'The file of the preset, or the page itself, is still loading after 15 seconds.';

/**
 * Compares definitions by content, because a page that renders creates a new object each time. What is not
 * JSON is reported when it is resolved, not to the script that sets it.
 */
function differsAsJson(value: unknown, old: unknown): boolean {
  try {
    return JSON.stringify(value) !== JSON.stringify(old);
  } catch {
    return value !== old;
  }
}

const namesIn = (variables: object | undefined): string =>
  Object.keys(variables ?? {})
    .sort()
    .join(' ');

/** Wraps each variable in a function, so that later changes of its value take effect. */
function readLazily(read: () => Setting<'variables'> | undefined): Setting<'variables'> {
  const valueOf = (name: string) => {
    const given = read()?.[name];
    return typeof given === 'function' ? given() : given;
  };
  const names = Object.keys(read() ?? {});
  return Object.fromEntries(names.map((name) => [name, () => valueOf(name)]));
}

/** Reads a JSON object. Returns `undefined` for any other text. */
function readObject(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value && !Array.isArray(value) ? value : undefined;
  } catch {
    // The error is not passed on: it may repeat a secret.
    return undefined;
  }
}

/** Resolves when the page and the scripts that it names have loaded, or at once if they have. */
function pageLoaded(): Promise<void> {
  if (document.readyState === 'complete') return Promise.resolve();
  return new Promise((resolve) => {
    globalThis.addEventListener('load', () => resolve(), { once: true });
  });
}

/**
 * An element with a backend: the attributes and properties that describe it, and the backend that is
 * resolved from them.
 *
 * If the server differs from the preset, or from the project's own contract, only in its URLs, the
 * attributes that end in `-url` set them: paths below `base-url`, or else on the page's own site, such
 * as `/apps/{id}`, or `PUT /apps/{id}` for another method. An empty attribute means that the server
 * does not have the operation.
 */
export abstract class BackendElement extends ThemedElement {
  /** A variable may be a token. */
  static override readonly secretAttributes = { variables: readObject };

  /** The URL that the backend's paths are below, relative to the page. */
  @property({ attribute: 'base-url' }) baseUrl?: string;

  /** The name of a preset. The default is the project's own contract. */
  @property() preset?: string;

  /** The id of a `<script type="application/json">` that holds a backend definition. */
  @property() config?: string;

  /** The URL of the status: which step is due. */
  @property({ attribute: 'status-url' }) statusUrl?: string;

  /** The URL that starts an enrollment. */
  @property({ attribute: 'start-url' }) startUrl?: string;

  /** The URL that receives the first code. `{id}` is the enrollment. */
  @property({ attribute: 'confirm-url' }) confirmUrl?: string;

  /** The URL that cancels an enrollment. `{id}` is the enrollment. */
  @property({ attribute: 'cancel-url' }) cancelUrl?: string;

  /** The URL that receives the code at sign-in. */
  @property({ attribute: 'verify-url' }) verifyUrl?: string;

  /** The URL that receives a recovery code at sign-in. */
  @property({ attribute: 'recovery-url' }) recoveryUrl?: string;

  /** The URL of the list of linked authenticators. */
  @property({ attribute: 'list-url' }) listUrl?: string;

  /** The URL that renames an authenticator. `{id}` is the authenticator. */
  @property({ attribute: 'rename-url' }) renameUrl?: string;

  /** The URL that unlinks an authenticator. `{id}` is the authenticator. */
  @property({ attribute: 'unlink-url' }) unlinkUrl?: string;

  /** The URL that receives the proof of a step-up. */
  @property({ attribute: 'step-up-url' }) stepUpUrl?: string;

  /** The URL of the number of recovery codes that are left. */
  @property({ attribute: 'recovery-codes-url' }) recoveryCodesUrl?: string;

  /** The URL that generates new recovery codes. */
  @property({ attribute: 'generate-url' }) generateUrl?: string;

  /** The site's name in the authenticator app, if the backend does not send one. */
  @property() issuer?: string;

  /** The account's name in the authenticator app, if the backend does not send one. */
  @property() account?: string;

  /** A backend definition, in place of `preset` or `config`. */
  @property({ attribute: false, hasChanged: differsAsJson }) definition?: Setting<'definition'>;

  /**
   * A complete backend in place of HTTP, such as one that uses a vendor's client. It replaces all other
   * settings of the backend. The element leaves out what needs an operation that the object does not
   * have. Operations reject with an `MfaError`; any other error counts as `unexpected` and is not shown.
   * Setting another object restarts the element.
   */
  @property({ attribute: false }) backend?: Setting<'backend'>;

  /**
   * Replaces `fetch` and takes the same arguments: to refresh an expired token, or to sign a request. It
   * must pass on `signal`, and must not repeat a request that got no response. Another function is used
   * from the next request on.
   */
  @property({ attribute: false }) fetcher?: Setting<'fetcher'>;

  /**
   * Values for a definition by name: a string, a number, a boolean, or a function that returns one or a
   * promise of one and is called at each request. `undefined` means that there is no value now. Other
   * values are used from the next request on; other names restart the element.
   */
  @property({ attribute: false }) variables?: Setting<'variables'>;

  #activeBackend: MfaBackend | undefined;
  /** The active backend, if it was created here. One that the page set may be in use elsewhere. */
  #ownBackend: MfaBackend | undefined;
  /** The number of calls of {@link connectBackend}, of which only the last one counts. */
  #connections = 0;

  /** @internal For the flow. */
  get activeBackend(): MfaBackend {
    if (!this.#activeBackend) throw new MfaError('misconfigured', 'The flow has not started yet.');
    return this.#activeBackend;
  }

  /** @internal For the flow. */
  forget(): void {
    this.#ownBackend?.forget?.();
  }

  /** Whether there is an active backend. */
  protected get hasBackend(): boolean {
    return this.#activeBackend !== undefined;
  }

  /** The optional features of the backend, as far as they are known. */
  protected get capabilities(): MfaCapabilities {
    return readCapabilities(this.#activeBackend?.capabilities);
  }

  /** Returns whether the backend has an operation. The element leaves out what needs any other. */
  protected offers(operation: MfaOperation): boolean {
    return this.#activeBackend?.[operation] !== undefined;
  }

  /** Whether the backend has recovery codes: some backends make them with the first app only, and accept them later. */
  protected get makesRecoveryCodes(): boolean {
    return this.offers('generateRecoveryCodes') || this.offers('verifyRecoveryCode');
  }

  /** Values that name the backend, to compare: if one differs, it is another backend. */
  protected get backendNames(): readonly unknown[] {
    const { fetcher, variables } = this;
    return [...NAMING_PROPERTIES.map((name) => this[name]), Boolean(fetcher), namesIn(variables)];
  }

  /**
   * Returns whether the changes name another backend. Another `fetcher`, and other values of the same
   * variables, are used from the next request on and change nothing else.
   */
  protected backendChanged(changed: ReadonlyMap<PropertyKey, unknown>): boolean {
    return (
      NAMING_PROPERTIES.some((name) => changed.has(name)) ||
      (changed.has('fetcher') && Boolean(changed.get('fetcher')) !== Boolean(this.fetcher)) ||
      (changed.has('variables') &&
        namesIn(changed.get('variables') as object | undefined) !== namesIn(this.variables))
    );
  }

  /**
   * Forgets the active backend, and resolves the one that the page names now. One that comes after
   * {@link BACKEND_TIMEOUT} still counts.
   */
  protected async connectBackend(page: PageAccess): Promise<void> {
    const connection = ++this.#connections;
    this.forget();
    this.#activeBackend = undefined;
    this.#ownBackend = undefined;
    const timer = setTimeout(() => {
      if (connection === this.#connections) this.backendFailed(new MfaError('timeout', LATE));
    }, BACKEND_TIMEOUT);
    try {
      // A script of the page may still be about to name the backend.
      if (NAMING_PROPERTIES.every((name) => this[name] == null)) await pageLoaded();
      if (connection !== this.#connections) return;
      const settings = this.#settings;
      const backend = await resolveBackend({ ...settings, page });
      if (connection !== this.#connections) return;
      this.#activeBackend = backend;
      if (!settings.backend) this.#ownBackend = backend;
      this.backendConnected();
    } catch (thrown) {
      if (connection === this.#connections) this.backendFailed(MfaError.from(thrown));
    } finally {
      clearTimeout(timer);
    }
  }

  /** Called when the backend is resolved. */
  protected abstract backendConnected(): void;

  /** Called with `misconfigured`, `unavailable` or `timeout` when there is no backend. */
  protected abstract backendFailed(error: MfaError): void;

  get #settings(): BackendSettings {
    const { baseUrl, preset, definition, backend } = this;
    const given = {
      baseUrl,
      preset,
      definition,
      definitionText: this.#definitionText,
      backend,
      requests: this.#requests,
      fetcher: this.fetcher && this.#fetch,
      variables: this.variables && readLazily(() => this.variables),
      // The person may be known only later, or may be another one by then.
      issuer: () => this.issuer,
      account: () => this.account,
    };
    return {
      documentUrl: pageBase(),
      ...(Object.fromEntries(
        Object.entries(given).filter(([, value]) => value != null),
      ) as BackendSettings),
    };
  }

  get #definitionText(): string | undefined {
    // A framework removes an attribute with null.
    if (this.config == null) return undefined;
    return scriptText(this, 'config', this.config, 'a backend definition');
  }

  get #requests(): Setting<'requests'> | undefined {
    const given = OPERATION_NAMES.flatMap((operation) => {
      const text = this[urlProperty(operation)];
      // A framework removes an attribute with null.
      return text == null ? [] : [[operation, text] as const];
    });
    return given.length > 0 ? Object.fromEntries(given) : undefined;
  }

  readonly #fetch: Setting<'fetcher'> = (url, init) => {
    if (!this.fetcher) throw new MfaError('misconfigured', 'The fetcher was removed.');
    return this.fetcher(url, init);
  };
}
