import { property } from 'lit/decorators.js';
import type { MfaOperation } from '../../../backend/backend.js';
import { MfaError } from '../../../backend/mfa-error.js';
import type { BackendSettings } from '../../../backend/resolve-backend.js';
import { ThemedElement } from './themed-element.js';
import { pageBase } from '../page/page-base.js';
import { scriptText } from '../page/script-text.js';

type Setting<Name extends keyof BackendSettings> = NonNullable<BackendSettings[Name]>;

/** The properties that say what an operation is asked with. */
const REQUEST_PROPERTIES = {
  status: 'statusUrl',
  startEnrollment: 'startUrl',
  confirmEnrollment: 'confirmUrl',
  cancelEnrollment: 'cancelUrl',
  verify: 'verifyUrl',
  verifyRecoveryCode: 'recoveryUrl',
  listAuthenticators: 'listUrl',
  renameAuthenticator: 'renameUrl',
  unlinkAuthenticator: 'unlinkUrl',
  stepUp: 'stepUpUrl',
  recoveryCodesStatus: 'recoveryCodesUrl',
  generateRecoveryCodes: 'generateUrl',
} as const satisfies Record<MfaOperation, keyof BackendElement>;

/** These name the backend: a change of one asks for another. */
const NAMING_PROPERTIES = [
  'baseUrl',
  'preset',
  'config',
  'definition',
  'backend',
  ...Object.values(REQUEST_PROPERTIES),
] as const satisfies readonly (keyof BackendElement)[];

/** A page that renders makes a new object each time; only another content is another definition. */
const differsAsJson = (value: unknown, old: unknown): boolean =>
  JSON.stringify(value) !== JSON.stringify(old);

const namesIn = (variables: object | undefined): string =>
  Object.keys(variables ?? {})
    .sort()
    .join(' ');

/** The same names, each worth what the page says at the time it is asked. */
function readEachTime(read: () => Setting<'variables'> | undefined): Setting<'variables'> {
  const ask = (name: string) => {
    const given = read()?.[name];
    return typeof given === 'function' ? given() : given;
  };
  const names = Object.keys(read() ?? {});
  return Object.fromEntries(names.map((name) => [name, () => ask(name)]));
}

/**
 * What a tag that speaks with a server lets the page say about that server.
 *
 * Where the server differs from the preset, or from the project's own contract, in addresses only, the
 * attributes that end in `-url` say them: paths below `base-url`, else on the page's own site, such as
 * `/apps/{id}`; with another method `PUT /apps/{id}`. Empty: the server cannot do that.
 */
export abstract class BackendElement extends ThemedElement {
  /** Where the backend's paths begin, relative to the page. */
  @property({ attribute: 'base-url' }) baseUrl?: string;

  /** The name of a backend that is described already. Without it: the project's own contract. */
  @property() preset?: string;

  /** The id of a `<script type="application/json">` that holds a backend definition. */
  @property() config?: string;

  /** Where it is asked which step is due. */
  @property({ attribute: 'status-url' }) statusUrl?: string;

  /** Where linking an app begins. */
  @property({ attribute: 'start-url' }) startUrl?: string;

  /** Where the first code goes. `{id}` is what began. */
  @property({ attribute: 'confirm-url' }) confirmUrl?: string;

  /** Where linking is called off. `{id}` is what began. */
  @property({ attribute: 'cancel-url' }) cancelUrl?: string;

  /** Where the code at sign-in goes. */
  @property({ attribute: 'verify-url' }) verifyUrl?: string;

  /** Where a recovery code at sign-in goes. */
  @property({ attribute: 'recovery-url' }) recoveryUrl?: string;

  /** Where the linked apps are. */
  @property({ attribute: 'list-url' }) listUrl?: string;

  /** Where the name of an app goes. `{id}` is the app. */
  @property({ attribute: 'rename-url' }) renameUrl?: string;

  /** Where the link with an app is taken away. `{id}` is the app. */
  @property({ attribute: 'unlink-url' }) unlinkUrl?: string;

  /** Where the proof goes that it is you. */
  @property({ attribute: 'step-up-url' }) stepUpUrl?: string;

  /** Where it is asked how many recovery codes are left. */
  @property({ attribute: 'recovery-codes-url' }) recoveryCodesUrl?: string;

  /** Where new recovery codes are made. */
  @property({ attribute: 'generate-url' }) generateUrl?: string;

  /** The site's name as the authenticator app shows it, when the backend does not say. */
  @property() issuer?: string;

  /** The account's name as the authenticator app shows it, when the backend does not say. */
  @property() account?: string;

  /** A backend definition, in place of `preset` or `config`. */
  @property({ attribute: false, hasChanged: differsAsJson }) definition?: Setting<'definition'>;

  /**
   * A whole backend in place of HTTP, such as one made of a vendor's client; nothing else that is said
   * about the backend is looked at then. It has the operations that the server has: the tag leaves out
   * what needs another. It rejects with an `MfaError`; whatever else it throws is `unexpected`, and
   * told nobody. Another object is another backend: the tag begins anew.
   */
  @property({ attribute: false }) backend?: Setting<'backend'>;

  /**
   * Used in place of `fetch`, with the same arguments: to get a new token when one has expired, or to
   * sign a request. It hands `signal` on, and sends nothing again of which no answer came. Another
   * function is used from the next request on.
   */
  @property({ attribute: false }) fetcher?: Setting<'fetcher'>;

  /**
   * What a definition may ask of the page, by name: a text, a number or a boolean, or a function that
   * gives one or a promise of one, asked at each request. `undefined`: there is none now. Other values
   * are used from the next request on; other names are another backend, and the tag begins anew.
   */
  @property({ attribute: false }) variables?: Setting<'variables'>;

  /** Whether the page has said anything yet about which backend it is. */
  protected get namesBackend(): boolean {
    return NAMING_PROPERTIES.some((name) => this[name] !== undefined);
  }

  /**
   * Whether another backend is meant now. Another `fetcher`, and other values of the same variables,
   * are used from the next request on and change nothing else.
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
   * What the page said, ready to be resolved.
   *
   * @throws MfaError `misconfigured` when `config` names no script.
   */
  protected backendSettings(): BackendSettings {
    const { baseUrl, preset, definition, backend, issuer, account } = this;
    const given = {
      baseUrl,
      preset,
      definition,
      definitionText: this.#definitionText,
      backend,
      requests: this.#requests,
      fetcher: this.fetcher && this.#fetch,
      variables: this.variables && readEachTime(() => this.variables),
      issuer,
      account,
    };
    return {
      documentUrl: pageBase(),
      ...(Object.fromEntries(
        Object.entries(given).filter(([, value]) => value !== undefined),
      ) as BackendSettings),
    };
  }

  get #definitionText(): string | undefined {
    if (this.config === undefined) return undefined;
    return scriptText(this, 'config', this.config, 'a backend definition');
  }

  get #requests(): Setting<'requests'> | undefined {
    const given = Object.entries(REQUEST_PROPERTIES).flatMap(([operation, property]) => {
      const text = this[property];
      // A framework takes an attribute away with null.
      return text == null ? [] : [[operation, text] as const];
    });
    return given.length > 0 ? Object.fromEntries(given) : undefined;
  }

  readonly #fetch: Setting<'fetcher'> = (url, init) => {
    if (!this.fetcher) throw new MfaError('misconfigured', 'The fetcher was taken away.');
    return this.fetcher(url, init);
  };
}
