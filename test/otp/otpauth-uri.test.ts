import { expect } from '@open-wc/testing';
import { buildOtpauthUri, parseOtpauthUri } from '../../src/otp/otpauth-uri.js';

const SECRET = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP';
const uri = (rest: string) => `otpauth://totp/${rest}`;

describe('parseOtpauthUri', () => {
  it('reads all that a URI can say', () => {
    const text = uri(
      `Profi%20Portaal:klant%40voorbeeld.nl?secret=${SECRET}&issuer=Profi%20Portaal&algorithm=sha256&digits=8&period=60`,
    );
    expect(parseOtpauthUri(text)).to.deep.equal({
      issuer: 'Profi Portaal',
      account: 'klant@voorbeeld.nl',
      secret: SECRET,
      algorithm: 'SHA256',
      digits: 8,
      period: 60,
    });
  });

  it('fills in what every app takes for granted', () => {
    expect(parseOtpauthUri(uri(`klant?secret=${SECRET.toLowerCase()}%3D%3D`))).to.deep.equal({
      account: 'klant',
      secret: SECRET,
      algorithm: 'SHA1',
      digits: 6,
      period: 30,
    });
  });

  it('takes the issuer from the label when there is no parameter, also behind %3A', () => {
    const { issuer, account } = parseOtpauthUri(uri(`Profi%3A%20klant?secret=${SECRET}`));
    expect({ issuer, account }).to.deep.equal({ issuer: 'Profi', account: 'klant' });
  });

  const refused: Record<string, string> = {
    'another scheme': `javascript:alert(1)//otpauth://totp/a?secret=${SECRET}`,
    'a scheme inside': 'otpauth:javascript:alert(1)',
    'a data URL': 'data:text/html,otpauth',
    'a scheme in capitals': `OTPAUTH://totp/a?secret=${SECRET}`,
    'a leading space': ` ${uri(`a?secret=${SECRET}`)}`,
    'a leading tab': `\t${uri(`a?secret=${SECRET}`)}`,
    'a line end behind it': `${uri(`a?secret=${SECRET}`)}\n`,
    'an encoded null': uri(`%00?secret=${SECRET}`),
    'an encoded direction mark': uri(`%E2%80%AE?secret=${SECRET}`),
    'a counter (HOTP)': `otpauth://hotp/a?secret=${SECRET}&counter=1`,
    'no secret': uri('a?issuer=b'),
    'no query': uri('a'),
    'an empty secret': uri('a?secret='),
    'a short secret': uri('a?secret=JBSWY3DPEHPK3PXP'),
    'a secret that is not base32': uri(`a?secret=${SECRET}0189`),
    'two secrets': uri(`a?secret=${SECRET}&secret=${SECRET}`),
    'a second secret in disguise': uri(`a?secret=${SECRET}&%73ecret=${SECRET}`),
    'a fragment': uri(`a?secret=${SECRET}#b`),
    'broken percent-encoding': uri(`%E0%A4?secret=${SECRET}`),
    'an unknown algorithm': uri(`a?secret=${SECRET}&algorithm=MD5`),
    'nine digits': uri(`a?secret=${SECRET}&digits=9`),
    'a period of nothing': uri(`a?secret=${SECRET}&period=0`),
    'a period that is no number': uri(`a?secret=${SECRET}&period=1e9`),
    'too long a text': uri(`${'a'.repeat(2000)}?secret=${SECRET}`),
  };
  for (const [name, text] of Object.entries(refused)) {
    it(`refuses ${name}`, () => {
      expect(() => parseOtpauthUri(text)).to.throw(RangeError, /^Not a usable otpauth URI: /);
    });
  }

  it('repeats nothing of what it refuses', () => {
    try {
      parseOtpauthUri(uri(`klant?secret=${SECRET}&digits=99`));
      expect.fail('was accepted');
    } catch (error) {
      expect(String(error)).to.not.include(SECRET);
      expect(String(error)).to.not.include('klant');
    }
  });
});

describe('buildOtpauthUri', () => {
  const parts = { issuer: 'Profi Portaal', account: 'klant@voorbeeld.nl', secret: SECRET };

  it('says only what every app understands', () => {
    expect(buildOtpauthUri(parts)).to.equal(
      uri(`Profi%20Portaal:klant%40voorbeeld.nl?secret=${SECRET}&issuer=Profi%20Portaal`),
    );
    expect(buildOtpauthUri({ ...parts, algorithm: 'SHA1', digits: 6, period: 30 })).to.equal(
      buildOtpauthUri(parts),
    );
  });

  it('names what differs from the default', () => {
    expect(buildOtpauthUri({ ...parts, algorithm: 'SHA512', digits: 8, period: 60 })).to.match(
      /&algorithm=SHA512&digits=8&period=60$/,
    );
  });

  it('reads back as it was written, whatever the names', () => {
    for (const name of [
      'A&B #1 = 100%',
      'Café ünïcode',
      '株式会社',
      "O'Neil+zn (x)",
      '🏦 bank',
      'a?b/c',
    ]) {
      const text = buildOtpauthUri({ ...parts, issuer: name, account: name });
      expect(parseOtpauthUri(text)).to.include({ issuer: name, account: name });
      expect(text).to.not.match(/[+\s]/.test(name) ? /\s/ : /[\s+]/);
    }
  });

  it('leaves colons out of names, because apps split the label there', () => {
    const text = buildOtpauthUri({ ...parts, issuer: 'portaal:8080', account: 'a:b' });
    expect(parseOtpauthUri(text)).to.include({ issuer: 'portaal8080', account: 'ab' });
    expect(decodeURIComponent(text.slice('otpauth:'.length)).match(/:/g)).to.have.length(1);
  });

  it('does without an issuer', () => {
    const { account, secret } = parts;
    expect(buildOtpauthUri({ account, secret })).to.equal(
      uri(`klant%40voorbeeld.nl?secret=${SECRET}`),
    );
  });

  it('tidies the secret', () => {
    const secret = 'jbsw y3dp ehpk 3pxp jbsw y3dp ehpk 3pxp====';
    expect(buildOtpauthUri({ ...parts, secret })).to.equal(buildOtpauthUri(parts));
  });

  it('refuses what would not be read', () => {
    for (const wrong of [
      { secret: 'kort' },
      { issuer: 'a\u0000b' },
      { account: '\uD800' },
      { account: 'a'.repeat(2000) },
      { digits: 12 },
    ]) {
      expect(() => buildOtpauthUri({ ...parts, ...wrong })).to.throw(RangeError);
    }
  });
});
