import type { Enrollment } from '../../src/backend/backend.js';
import { allElements } from './page.js';

/** Secrets that occur nowhere else: a trace of one can only be a leak. */
export const PLANTED = {
  secret: 'KANARIEJBSWY3DPEHPK3PXPKANARIE22',
  code: '864209',
  password: 'kanarie-wachtwoord',
  recoveryCodes: ['KANA-RIE2-AAAA', 'KANA-RIE2-BBBB'],
} as const;

export const plantedEnrollment: Enrollment = {
  id: 'koppeling-1',
  method: 'totp',
  secret: PLANTED.secret,
  otpauthUri: `otpauth://totp/Kanarie:klant?secret=${PLANTED.secret}&issuer=Kanarie`,
};

/** What a trace of each of them is, whatever its spacing. */
export const PLANTED_TRACES = [
  PLANTED.secret,
  PLANTED.code,
  PLANTED.password,
  ...PLANTED.recoveryCodes.map((code) => code.replaceAll('-', '')),
];

/**
 * Returns the secrets that occur in a text, whatever their spacing and case.
 *
 * @param secrets The planted ones by default.
 * @throws {Error} If one is so short that it could stand in a text by chance, as in the hash of a file's name.
 */
export function tracesIn(text: string, secrets: readonly string[] = PLANTED_TRACES): string[] {
  const bare = text.replaceAll(/[\s-]|%20|%2D/gi, '').toLowerCase();
  return secrets.filter((secret) => {
    const trace = secret.replaceAll('-', '').toLowerCase();
    if (trace.length < 6)
      throw new Error(`"${secret}" is too short to be recognized. Take a longer one.`);
    return bare.includes(trace);
  });
}

/** Returns the attributes of an element, except the address of the link that opens the app. */
export const attributesOf = (element: Element): string =>
  [...element.attributes]
    .filter(({ name }) => !(name === 'href' && element.matches('a[part~=open-app]')))
    .map(({ name, value }) => `${name}=${value}`)
    .join('\n');

/** Returns every attribute in light and shadow trees, except the link that opens the app. */
export const attributes = (root: Element): string => allElements(root).map(attributesOf).join('\n');

/** Returns every text and every value of a field, in light and shadow trees. */
export const contents = (root: Element): string =>
  allElements(root)
    .flatMap((element) => [
      ...[...element.childNodes, ...(element.shadowRoot?.childNodes ?? [])].map((node) =>
        node instanceof Text ? node.data : '',
      ),
      element instanceof HTMLInputElement ? element.value : '',
      // Each visible digit of a code is an element of its own.
      element.shadowRoot?.textContent ?? '',
    ])
    .join('\n');

/** Returns the secrets in what outlives a step: storage, URLs, and the names of requests. */
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
