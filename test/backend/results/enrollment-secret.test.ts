import { expect } from '@open-wc/testing';
import { MfaError } from '../../../src/backend/mfa-error.js';
import { readEnrollmentSecret } from '../../../src/backend/results/enrollment-secret.js';
import { ObjectReader } from '../../../src/backend/results/object-reader.js';

const SECRET = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP';
const OTHER = 'KRSXG5CTMVRXEZLUKRSXG5CTMVRXEZLU';
const URI = `otpauth://totp/Profi:klant?secret=${SECRET}&issuer=Profi`;

const read = (fields: object, names: object = {}) =>
  readEnrollmentSecret(ObjectReader.from(fields, 'enrollment'), names);
const refused = (fields: object, what: string) =>
  expect(() => read(fields, { account: 'klant' })).to.throw(
    MfaError,
    `The result of startEnrollment ${what}.`,
  );

describe('the secret of an enrollment', () => {
  it('is that of the URI, also if it is given twice', () => {
    for (const secret of [
      undefined,
      SECRET,
      SECRET.toLowerCase(),
      `${SECRET.slice(0, 4)} ${SECRET.slice(4)}`,
    ]) {
      expect(read({ otpauthUri: URI, secret })).to.deep.equal({ secret: SECRET, otpauthUri: URI });
    }
  });

  it('is refused if the two do not agree (C28)', () => {
    for (const secret of [OTHER, SECRET.slice(0, -2), 'no base32!']) {
      refused({ otpauthUri: URI, secret }, 'has a secret and an otpauth URI that do not agree');
    }
  });

  it('is refused with a URI that no authenticator app may open (C25)', () => {
    refused({ otpauthUri: 'javascript:alert(1)', secret: SECRET }, 'has no usable otpauth URI');
  });

  it('is refused if there is none', () => {
    for (const fields of [{}, { secret: 'no base32!' }]) {
      refused(fields, 'has neither a secret in base32 nor an otpauth URI');
    }
    refused({ secret: 'MZXW6YTB' }, 'has a secret that no otpauth URI can hold');
  });

  it('becomes a URI with the names of the server, or else of the page', () => {
    const uri = (fields: object, names: object) =>
      read({ secret: SECRET, ...fields }, names).otpauthUri;
    expect(uri({}, { issuer: 'Profi', account: 'klant' })).to.equal(
      `otpauth://totp/Profi:klant?secret=${SECRET}&issuer=Profi`,
    );
    expect(uri({ issuer: 'Bank', account: 'ik' }, { issuer: 'Profi', account: 'klant' })).to.equal(
      `otpauth://totp/Bank:ik?secret=${SECRET}&issuer=Bank`,
    );
    expect(uri({}, { issuer: 'Profi' })).to.equal(
      `otpauth://totp/Profi:?secret=${SECRET}&issuer=Profi`,
    );
    expect(uri({}, { account: 'klant' })).to.equal(`otpauth://totp/klant?secret=${SECRET}`);
    expect(() => uri({}, {}))
      .to.throw(MfaError, 'set issuer and account')
      .with.property('kind', 'misconfigured');
  });

  it('becomes a URI with the hash, the digits and the period of the server', () => {
    const fields = { secret: SECRET, algorithm: 'sha-256', digits: 8, period: 60 };
    expect(read(fields, { account: 'klant' }).otpauthUri).to.equal(
      `otpauth://totp/klant?secret=${SECRET}&algorithm=SHA256&digits=8&period=60`,
    );
    refused({ ...fields, algorithm: 'MD5' }, 'has a secret that no otpauth URI can hold');
  });
});
