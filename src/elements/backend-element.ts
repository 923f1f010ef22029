import { LitElement } from 'lit';
import { property } from 'lit/decorators.js';
import { MfaError } from '../backend/mfa-error.js';
import type { BackendSettings } from '../backend/resolve-backend.js';

type Setting<Name extends keyof BackendSettings> = NonNullable<BackendSettings[Name]>;

/** A change of one of these asks for another backend. */
const BACKEND_PROPERTIES = [
  'baseUrl',
  'preset',
  'config',
  'definition',
  'backend',
  'fetcher',
  'variables',
] as const satisfies readonly (keyof BackendElement)[];

/** What a tag that speaks with a server lets the page say about that server. */
export abstract class BackendElement extends LitElement {
  /** Where the backend's paths begin, relative to the page. */
  @property({ attribute: 'base-url' }) baseUrl?: string;

  /** The name of a backend that is described already. Without it: the project's own contract. */
  @property() preset?: string;

  /** The id of a `<script type="application/json">` that holds a backend definition. */
  @property() config?: string;

  /** The site's name as the authenticator app shows it, when the backend does not say. */
  @property() issuer?: string;

  /** The account's name as the authenticator app shows it, when the backend does not say. */
  @property() account?: string;

  /** A backend definition, in place of `preset` or `config`. */
  @property({ attribute: false }) definition?: Setting<'definition'>;

  /** Replaces HTTP altogether. */
  @property({ attribute: false }) backend?: Setting<'backend'>;

  /** Used in place of `fetch`. */
  @property({ attribute: false }) fetcher?: Setting<'fetcher'>;

  /** What a definition may ask of the page when it makes a request, such as a token. */
  @property({ attribute: false }) variables?: Setting<'variables'>;

  /** Whether any of these properties changed what is asked, or how. */
  protected backendChanged(changed: ReadonlyMap<PropertyKey, unknown>): boolean {
    return BACKEND_PROPERTIES.some((name) => changed.has(name));
  }

  /**
   * What the page said, ready to be resolved.
   *
   * @throws MfaError `misconfigured` when `config` names no script.
   */
  protected backendSettings(): BackendSettings {
    const { baseUrl, preset, definition, backend, fetcher, variables, issuer, account } = this;
    const definitionText = this.config === undefined ? undefined : this.#readConfig(this.config);
    const given = {
      baseUrl,
      preset,
      definition,
      definitionText,
      backend,
      fetcher,
      variables,
      issuer,
      account,
    };
    return {
      documentUrl: document.baseURI,
      ...(Object.fromEntries(
        Object.entries(given).filter(([, value]) => value !== undefined),
      ) as BackendSettings),
    };
  }

  #readConfig(id: string): string {
    const root = this.getRootNode() as Document | ShadowRoot;
    const script = root.getElementById(id) ?? document.getElementById(id);
    if (script instanceof HTMLScriptElement) return script.text;
    throw new MfaError(
      'misconfigured',
      `config="${id}" names no script: add <script type="application/json" id="${id}"> with a backend definition.`,
    );
  }
}
