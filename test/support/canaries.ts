import type { Enrollment } from '../../src/backend/backend.js';
import { allElements } from './page.js';

/** Secrets that occur nowhere else, so that a trace of one can only be a leak. */
export const CANARY = {
  secret: 'KANARIEJBSWY3DPEHPK3PXPKANARIE22',
  code: '864209',
  password: 'kanarie-wachtwoord',
  recoveryCodes: ['KANA-RIE2-AAAA', 'KANA-RIE2-BBBB'],
} as const;

export const canaryEnrollment: Enrollment = {
  id: 'koppeling-1',
  method: 'totp',
  secret: CANARY.secret,
  otpauthUri: `otpauth://totp/Kanarie:klant?secret=${CANARY.secret}&issuer=Kanarie`,
};

const TRACES = [
  CANARY.secret,
  CANARY.code,
  CANARY.password,
  ...CANARY.recoveryCodes.map((code) => code.replaceAll('-', '')),
];

/** Which secrets occur in a text, however they are spaced and written; by default the canaries. */
export function tracesIn(text: string, secrets: readonly string[] = TRACES): string[] {
  const bare = text.replaceAll(/[\s-]|%20|%2D/gi, '').toLowerCase();
  return secrets.filter((secret) => bare.includes(secret.replaceAll('-', '').toLowerCase()));
}

/** Every attribute in light and shadow trees, apart from the link that opens the app. */
export const attributes = (root: Element): string =>
  allElements(root)
    .flatMap((element) => [...element.attributes].map((it) => ({ element, it })))
    .filter(({ element, it }) => !(element.matches('a[part~=open-app]') && it.name === 'href'))
    .map(({ it }) => `${it.name}=${it.value}`)
    .join('\n');

/** Every text and every value of a field, in light and shadow trees. */
export const contents = (root: Element): string =>
  allElements(root)
    .flatMap((element) => [
      ...[...element.childNodes, ...(element.shadowRoot?.childNodes ?? [])].map((node) =>
        node instanceof Text ? node.data : '',
      ),
      element instanceof HTMLInputElement ? element.value : '',
      // The painted digits of a code stand one in an element.
      element.shadowRoot?.textContent ?? '',
    ])
    .join('\n');

/** Which secrets are in what lasts longer than a step: storage, addresses, the names of requests. */
export async function lastingTraces(secrets?: readonly string[]): Promise<string[]> {
  const databases = await indexedDB.databases();
  const caches = await window.caches.keys();
  return tracesIn(
    JSON.stringify([
      { ...localStorage },
      { ...sessionStorage },
      document.cookie,
      document.title,
      window.name,
      location.href,
      history.state,
      databases,
      caches,
      performance.getEntries().map(({ name }) => name),
    ]),
    secrets,
  );
}

/** Hears the console at every level, and errors nobody caught. */
export class Console {
  readonly #said: string[] = [];
  readonly #levels = ['log', 'info', 'warn', 'error', 'debug', 'trace', 'table', 'dir'] as const;
  readonly #original = { ...console };

  constructor() {
    for (const level of this.#levels) {
      console[level] = (...given: unknown[]) => this.#said.push(given.map(String).join(' '));
    }
    window.addEventListener('error', this.#hear);
    window.addEventListener('unhandledrejection', this.#hear);
  }

  /** What was said so far. */
  get said(): readonly string[] {
    return this.#said;
  }

  stop(): void {
    Object.assign(console, this.#original);
    window.removeEventListener('error', this.#hear);
    window.removeEventListener('unhandledrejection', this.#hear);
  }

  readonly #hear = (event: ErrorEvent | PromiseRejectionEvent): void => {
    const thrown: unknown = 'reason' in event ? event.reason : event.error;
    this.#said.push(String(thrown));
  };
}
