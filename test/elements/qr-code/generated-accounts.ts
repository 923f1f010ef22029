import { seededRandom } from '../../support/seeded-random.js';

/** An account as a user or an administrator may name it. */
export interface GeneratedAccount {
  readonly issuer: string;
  readonly account: string;
  readonly secret: string;
}

/** Characters that break URIs, QR codes and apps: spaces, delimiters, accents, other scripts, emoji. */
const LETTERS = [
  ...'abcdefXYZ 0129  &#%:/?=+@.-_~\'"()[]<>\\|;,!$*',
  ...'éèçøñßĳŵ漢字株한글עبжΩ€…’·',
  ...['e\u0301', '\u00a0', '😀', '👩‍💻', '🇳🇱', '🏳️‍🌈', '%20', '%3A', '&amp;', '::', ' & '],
];
const BASE32 = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'];
const LONGEST_NAME = 24;

/** Generates names and secrets, the same in every run. */
export function* generatedAccounts(count: number): Generator<GeneratedAccount> {
  const random = seededRandom(20261122);
  const text = (letters: readonly string[], length: number) =>
    Array.from({ length }, () => letters[Math.floor(random() * letters.length)]).join('');
  const name = (): string => {
    const drawn = text(LETTERS, 1 + Math.floor(random() * LONGEST_NAME));
    return asWritten(drawn) ? drawn : name();
  };
  for (let index = 0; index < count; index += 1) {
    yield { issuer: name(), account: name(), secret: text(BASE32, 32) };
  }
}

/** Returns a name as it is in a URI: without a colon and surrounding spaces (pitfall 11). */
export const asWritten = (name: string): string => name.replaceAll(':', '').trim();
