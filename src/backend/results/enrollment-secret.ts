import { normalizeBase32 } from '../../otp/base32.js';
import { buildOtpauthUri, parseOtpauthUri, type OtpAlgorithm } from '../../otp/otpauth-uri.js';
import { own } from '../own.js';
import { nameOf, type AccountNames } from './account-names.js';
import type { ObjectReader } from './object-reader.js';

/**
 * Reads the secret and the URI of an enrollment. If the server sends only one of them, the other is
 * derived from it; if it sends both, they have to agree (C28). A URI is built from the names and numbers
 * in the result, else from those of the page, else from the defaults of all apps.
 *
 * This module is loaded when an enrollment starts (load-file.ts).
 *
 * @throws MfaError `unexpected` if there is no usable secret. Its message contains neither value.
 */
export function readEnrollmentSecret(
  enrollment: ObjectReader,
  names: AccountNames,
): { readonly secret: string; readonly otpauthUri: string } {
  const givenSecret = enrollment.optionalText('secret');
  const givenUri = enrollment.optionalText('otpauthUri');
  if (givenUri === undefined) {
    const secret = normalizeBase32(givenSecret ?? '');
    if (secret === undefined)
      refuse(enrollment, 'has neither a secret in base32 nor an otpauth URI');
    return { secret, otpauthUri: build(secret, enrollment, names) };
  }
  const { secret } = parse(givenUri, enrollment);
  if (givenSecret !== undefined && normalizeBase32(givenSecret) !== secret) {
    refuse(enrollment, 'has a secret and an otpauth URI that do not agree');
  }
  return { secret, otpauthUri: givenUri };
}

function parse(uri: string, enrollment: ObjectReader) {
  try {
    return parseOtpauthUri(uri);
  } catch {
    return refuse(enrollment, 'has no usable otpauth URI');
  }
}

function build(secret: string, enrollment: ObjectReader, names: AccountNames): string {
  const issuer = enrollment.optionalText('issuer') ?? nameOf(names.issuer);
  const account = enrollment.optionalText('account') ?? nameOf(names.account);
  if (!account && !issuer) {
    enrollment.refuse(
      'The backend sends a secret without an otpauth URI: set issuer and account.',
      'misconfigured',
    );
  }
  const algorithm = enrollment.optionalText('algorithm')?.toUpperCase().replace('-', '');
  try {
    return buildOtpauthUri(
      own({
        secret,
        account: account ?? '',
        ...(issuer && { issuer }),
        // buildOtpauthUri refuses any other algorithm.
        ...(algorithm !== undefined && { algorithm: algorithm as OtpAlgorithm }),
        ...enrollment.pick({ digits: 'count', period: 'count' }),
      }),
    );
  } catch {
    return refuse(enrollment, 'has a secret that no otpauth URI can hold');
  }
}

function refuse(enrollment: ObjectReader, what: string): never {
  enrollment.refuse(`The result of startEnrollment ${what}.`);
}
