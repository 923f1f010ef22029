import { normalizeBase32 } from './base32.js';

/** The hash of the codes. Authenticator apps that ignore it use SHA1. */
export type OtpAlgorithm = 'SHA1' | 'SHA256' | 'SHA512';

/** The content of an `otpauth://totp` URI (the Key URI format of Google Authenticator). */
export interface OtpauthUri {
  /** The site, from the parameter, or from the label if the parameter is missing or empty. */
  readonly issuer?: string;
  readonly account: string;
  /** Base32, upper case, without padding. Secret. */
  readonly secret: string;
  /** The number of digits of a code. Default 6. */
  readonly digits: number;
  /** The seconds that a code is valid. Default 30. */
  readonly period: number;
  readonly algorithm: OtpAlgorithm;
}

/** The parts of a URI to build. The defaults are the only values that every app understands. */
export interface OtpauthUriParts extends Pick<OtpauthUri, 'account' | 'secret'> {
  readonly issuer?: string;
  readonly digits?: number;
  readonly period?: number;
  readonly algorithm?: OtpAlgorithm;
}

const MAX_LENGTH = 2000;
/**
 * RFC 4226 requires 128 bits or more, 26 letters. Widely used servers send 80 bits, 16 letters (Laravel
 * Fortify among them), and the user cannot change that. 128 letters is far above all of them.
 */
const SECRET = /^[A-Z2-7]{16,128}$/;
/** Controls, line separators, lone surrogates and marks that change the reading direction. */
const FORBIDDEN = /[\p{Cc}\p{Cs}\u2028\u2029\u202A-\u202E\u2066-\u2069]/u;
const ALGORITHMS: readonly string[] = ['SHA1', 'SHA256', 'SHA512'] satisfies OtpAlgorithm[];
const DEFAULTS = { digits: 6, period: 30, algorithm: 'SHA1' } as const;

/**
 * Parses an `otpauth://totp` URI. Anything else that a server sends (another scheme, HOTP, a short
 * secret, a parameter twice, control characters) never becomes a QR code or a link (Key URI format;
 * C25).
 *
 * The label is split at its first colon, also an escaped one. A second colon is part of the account,
 * although draft-andesco-otpauth-uri and FreeOTP refuse it: a user who gets such a URI has no other. If
 * the label and the parameter name two issuers, the parameter wins (same draft). Two parameters of one
 * name are refused.
 *
 * Why by hand: browsers disagree about `new URL()` with an unknown scheme.
 *
 * @throws RangeError that describes the mistake without repeating the text, which contains a secret.
 */
export function parseOtpauthUri(text: string): OtpauthUri {
  if (text.length > MAX_LENGTH) refuse(`longer than ${MAX_LENGTH} characters`);
  const [, label, query = ''] = /^otpauth:\/\/totp\/([^?#]*)\?([^#]*)$/.exec(text) ?? [];
  if (label === undefined) refuse('no otpauth://totp/…?…');

  const parameters = readParameters(query);
  const secret = normalizeBase32(parameters.get('secret') ?? '');
  if (secret === undefined || !SECRET.test(secret)) refuse('no base32 secret of 16 to 128 letters');
  const algorithm = (parameters.get('algorithm') ?? DEFAULTS.algorithm).toUpperCase();
  if (!isAlgorithm(algorithm)) refuse('an unknown algorithm');

  const [, prefix, account] = /^(?:([^:]*):)?(.*)$/su.exec(decode(label)) ?? [];
  const issuer = [parameters.get('issuer'), prefix].map((name) => name?.trim()).find(Boolean);
  return {
    ...(issuer && { issuer }),
    account: account?.trim() ?? '',
    secret,
    digits: readNumber(parameters.get('digits'), DEFAULTS.digits, 6, 8),
    period: readNumber(parameters.get('period'), DEFAULTS.period, 1, 3600),
    algorithm,
  };
}

/**
 * Builds an `otpauth://totp` URI that every authenticator app accepts: the same issuer in the label and
 * as a parameter; `%20` for a space; no colon inside a name, because apps split the label there; no
 * parameter that has its default value (pitfalls 6–13).
 *
 * @throws RangeError if {@link parseOtpauthUri} does not accept the result.
 */
export function buildOtpauthUri(parts: OtpauthUriParts): string {
  const issuer = encode(parts.issuer ?? '');
  const label = `${issuer && `${issuer}:`}${encode(parts.account)}`;
  const query = [`secret=${normalizeBase32(parts.secret) ?? ''}`];
  if (issuer) query.push(`issuer=${issuer}`);
  for (const name of ['algorithm', 'digits', 'period'] as const) {
    const value = parts[name];
    if (value !== undefined && value !== DEFAULTS[name]) query.push(`${name}=${value}`);
  }
  const text = `otpauth://totp/${label}?${query.join('&')}`;
  parseOtpauthUri(text);
  return text;
}

function readParameters(query: string): ReadonlyMap<string, string> {
  const parameters = new Map<string, string>();
  for (const pair of query.split('&').filter(Boolean)) {
    const [name = '', ...value] = pair.split('=');
    const key = decode(name).toLowerCase();
    if (parameters.has(key)) refuse('a parameter twice');
    parameters.set(key, decode(value.join('=')));
  }
  return parameters;
}

function readNumber(text: string | undefined, fallback: number, least: number, most: number) {
  if (text === undefined) return fallback;
  const number = /^\d{1,4}$/.test(text) ? Number(text) : 0;
  if (number < least || number > most) refuse(`a number outside ${least} to ${most}`);
  return number;
}

function isAlgorithm(text: string): text is OtpAlgorithm {
  return ALGORITHMS.includes(text);
}

function encode(name: string): string {
  const text = name.replaceAll(':', '').trim();
  if (FORBIDDEN.test(text)) refuse('control characters in a name');
  return encodeURIComponent(text);
}

function decode(text: string): string {
  let decoded: string;
  try {
    decoded = decodeURIComponent(text);
  } catch {
    return refuse('percent-encoding that is not UTF-8');
  }
  if (FORBIDDEN.test(decoded)) refuse('control characters in it');
  return decoded;
}

function refuse(what: string): never {
  throw new RangeError(`Not a usable otpauth URI: ${what}.`);
}
