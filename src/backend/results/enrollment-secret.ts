import { normalizeBase32 } from '../../otp/base32.js';
import { buildOtpauthUri, parseOtpauthUri, type OtpAlgorithm } from '../../otp/otpauth-uri.js';
import { MfaError } from '../mfa-error.js';
import type { ObjectReader } from './object-reader.js';

/** How the authenticator app shows the link, when the server sends a secret and no URI. */
export interface AccountNames {
  readonly issuer?: string;
  readonly account?: string;
}

/**
 * The secret and the URI of an enrollment. Of the two a server may leave one out, which then follows
 * from the other; when it sends both they have to agree (C28). A URI is made of the names and numbers
 * in the answer, else of those of the page, else of the defaults of all apps.
 *
 * @throws MfaError `unexpected` without a trace of either.
 */
export function readEnrollmentSecret(
  enrollment: ObjectReader,
  names: AccountNames,
): { readonly secret: string; readonly otpauthUri: string } {
  const givenSecret = enrollment.optionalText('secret');
  const givenUri = enrollment.optionalText('otpauthUri');
  if (givenUri === undefined) {
    const secret = normalizeBase32(givenSecret ?? '');
    if (secret === undefined) refuse('holds no secret in base32 and no otpauth URI');
    return { secret, otpauthUri: build(secret, enrollment, names) };
  }
  const { secret } = parse(givenUri);
  if (givenSecret !== undefined && normalizeBase32(givenSecret) !== secret) {
    refuse('has a secret and an otpauth URI that do not agree');
  }
  return { secret, otpauthUri: givenUri };
}

function parse(uri: string) {
  try {
    return parseOtpauthUri(uri);
  } catch {
    return refuse('has no usable otpauth URI');
  }
}

function build(secret: string, enrollment: ObjectReader, names: AccountNames): string {
  const issuer = enrollment.optionalText('issuer') ?? names.issuer;
  const account = enrollment.optionalText('account') ?? names.account;
  if (!account && !issuer) {
    throw new MfaError(
      'misconfigured',
      'The backend sends a secret without an otpauth URI: set issuer and account.',
    );
  }
  const algorithm = enrollment.optionalText('algorithm')?.toUpperCase().replace('-', '');
  try {
    return buildOtpauthUri({
      secret,
      account: account ?? '',
      ...(issuer && { issuer }),
      // Refused below when it is none of the three.
      ...(algorithm !== undefined && { algorithm: algorithm as OtpAlgorithm }),
      ...enrollment.pick({ digits: 'count', period: 'count' }),
    });
  } catch {
    return refuse('has a secret that no otpauth URI can hold');
  }
}

function refuse(what: string): never {
  throw new MfaError('unexpected', `The answer to startEnrollment ${what}.`);
}
