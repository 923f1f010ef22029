import { expect } from '@open-wc/testing';
import { buildOtpauthUri, parseOtpauthUri } from '../../src/otp/otpauth-uri.js';
import { asWritten, generatedAccounts } from '../elements/qr-code/generated-accounts.js';
import { seededRandom } from '../support/seeded-random.js';

const SECRET = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP';
const uri = (rest: string) => `otpauth://totp/${rest}`;

/** A valid URI of so many characters. */
const ofLength = (length: number) => {
  const rest = `?secret=${SECRET}`;
  return uri('a'.repeat(length - uri(rest).length) + rest);
};

describe('parseOtpauthUri', () => {
  it('reads all parts of a URI', () => {
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

  it('fills in the defaults', () => {
    expect(parseOtpauthUri(uri(`klant?secret=${SECRET.toLowerCase()}%3D%3D`))).to.deep.equal({
      account: 'klant',
      secret: SECRET,
      algorithm: 'SHA1',
      digits: 6,
      period: 30,
    });
  });

  it('takes the issuer from the label if there is no parameter, also before %3A', () => {
    const { issuer, account } = parseOtpauthUri(uri(`Profi%3A%20klant?secret=${SECRET}`));
    expect({ issuer, account }).to.deep.equal({ issuer: 'Profi', account: 'klant' });
  });

  it('accepts a secret of 80 bits, which widely used servers still send', () => {
    const { secret } = parseOtpauthUri(uri('a?secret=JBSWY3DPEHPK3PXP'));
    expect(secret).to.equal('JBSWY3DPEHPK3PXP');
  });

  it('accepts a text of 2,000 characters', () => {
    expect(parseOtpauthUri(ofLength(2000))).to.include({ secret: SECRET });
  });

  it('reads names without the spaces around them', () => {
    expect(parseOtpauthUri(uri(`a:%20b%20?secret=${SECRET}&issuer=%20Profi%20`))).to.include({
      issuer: 'Profi',
      account: 'b',
    });
    expect(parseOtpauthUri(uri(`Profi:b?secret=${SECRET}&issuer=%20`)).issuer).to.equal('Profi');
  });

  it('ignores a parameter without a name and a value, however many there are', () => {
    const { secret } = parseOtpauthUri(uri(`a?&secret=${SECRET}&&`));
    expect(secret).to.equal(SECRET);
  });

  it('reads a value with an equals sign in it', () => {
    expect(parseOtpauthUri(uri(`a?secret=${SECRET}&issuer=a=b==`)).issuer).to.equal('a=b==');
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
    'a short secret': uri('a?secret=JBSWY3DPEHPK3'),
    'a secret of more than 128 letters': uri(`a?secret=${'A'.repeat(132)}`),
    'a secret that is not base32': uri(`a?secret=${SECRET}0189`),
    'two secrets': uri(`a?secret=${SECRET}&secret=${SECRET}`),
    'a second secret in disguise': uri(`a?secret=${SECRET}&%73ecret=${SECRET}`),
    'a fragment': uri(`a?secret=${SECRET}#b`),
    'broken percent-encoding': uri(`%E0%A4?secret=${SECRET}`),
    'an unknown algorithm': uri(`a?secret=${SECRET}&algorithm=MD5`),
    'nine digits': uri(`a?secret=${SECRET}&digits=9`),
    'a period of nothing': uri(`a?secret=${SECRET}&period=0`),
    'a period that is no number': uri(`a?secret=${SECRET}&period=1e9`),
    'a period with a unit': uri(`a?secret=${SECRET}&period=30s`),
    'a period with something before it': uri(`a?secret=${SECRET}&period=s30`),
    'a text of 2,001 characters': ofLength(2001),
  };
  for (const [name, text] of Object.entries(refused)) {
    it(`refuses ${name}`, () => {
      expect(() => parseOtpauthUri(text)).to.throw(RangeError, /^Not a usable otpauth URI: /);
    });
  }

  it('says first that it is not such a URI at all', () => {
    for (const text of ['', 'https://portaal.example/?secret=x', uri('a')]) {
      expect(() => parseOtpauthUri(text)).to.throw(RangeError, 'no otpauth://totp/…?…');
    }
  });

  it('does not repeat what it refuses', () => {
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

  it('contains only what every app understands (pitfalls 6–8, 9, 12)', () => {
    expect(buildOtpauthUri(parts)).to.equal(
      uri(`Profi%20Portaal:klant%40voorbeeld.nl?secret=${SECRET}&issuer=Profi%20Portaal`),
    );
    expect(buildOtpauthUri({ ...parts, algorithm: 'SHA1', digits: 6, period: 30 })).to.equal(
      buildOtpauthUri(parts),
    );
  });

  it('contains the parameters that differ from the default', () => {
    expect(buildOtpauthUri({ ...parts, algorithm: 'SHA512', digits: 8, period: 60 })).to.match(
      /&algorithm=SHA512&digits=8&period=60$/,
    );
  });

  it('parses to the same parts, whatever the names', () => {
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

  it('leaves colons out of names, because apps split the label there (pitfall 11)', () => {
    const text = buildOtpauthUri({ ...parts, issuer: 'portaal:8080', account: 'a:b' });
    expect(parseOtpauthUri(text)).to.include({ issuer: 'portaal8080', account: 'ab' });
    expect(decodeURIComponent(text.slice('otpauth:'.length)).match(/:/g)).to.have.length(1);
  });

  it('leaves out the spaces around names', () => {
    expect(
      buildOtpauthUri({ ...parts, issuer: ' Profi Portaal ', account: `${parts.account} ` }),
    ).to.equal(buildOtpauthUri(parts));
  });

  it('works without an issuer', () => {
    const { account, secret } = parts;
    expect(buildOtpauthUri({ account, secret })).to.equal(
      uri(`klant%40voorbeeld.nl?secret=${SECRET}`),
    );
  });

  it('normalizes the secret (pitfall 13)', () => {
    const secret = 'jbsw y3dp ehpk 3pxp jbsw y3dp ehpk 3pxp====';
    expect(buildOtpauthUri({ ...parts, secret })).to.equal(buildOtpauthUri(parts));
  });

  it('refuses parts that do not make a valid URI', () => {
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

/** The examples of the draft, with a secret of the required length in place of its three bytes. */
describe('draft-andesco-otpauth-uri', () => {
  const read = (label: string, issuer?: string) => {
    const parsed = parseOtpauthUri(
      uri(`${label}?secret=${SECRET}${issuer === undefined ? '' : `&issuer=${issuer}`}`),
    );
    return { issuer: parsed.issuer, account: parsed.account };
  };

  it('a label without a separator is the account', () => {
    expect(read('Example', 'example.com')).to.deep.equal({
      issuer: 'example.com',
      account: 'Example',
    });
    expect(read('alice@example.com')).to.deep.equal({
      issuer: undefined,
      account: 'alice@example.com',
    });
  });

  it('the separator is a colon or %3A in either case, with spaces behind it', () => {
    for (const label of [
      'Example:alice',
      'Example%3Aalice',
      'Example%3aalice',
      'Example:%20%20alice',
      'Example%3A%20alice',
    ]) {
      expect(read(label), label).to.deep.equal({ issuer: 'Example', account: 'alice' });
    }
  });

  it('a colon that was encoded twice is not a separator', () => {
    expect(read('Example%253Aalice')).to.deep.equal({
      issuer: undefined,
      account: 'Example%3Aalice',
    });
  });

  it('two names for the site are accepted, and the parameter wins', () => {
    expect(read('Example:alice', 'example.com')).to.deep.equal({
      issuer: 'example.com',
      account: 'alice',
    });
    expect(read('Example:alice', '')).to.deep.equal({ issuer: 'Example', account: 'alice' });
  });

  it('two issuer parameters are refused, also when they are equal', () => {
    expect(() => read('Example:alice', 'Example&issuer=Example')).to.throw(RangeError);
    expect(() => read('Example:alice', 'Example&ISSUER=Other')).to.throw(RangeError);
  });

  it('unknown parameters and a counter are ignored', () => {
    expect(read('Example:alice', 'Example&image=x&counter=42')).to.deep.equal({
      issuer: 'Example',
      account: 'alice',
    });
  });

  // The draft and FreeOTP refuse it. Most apps read it as here, and a user who gets such a URI has no
  // other.
  it('a further colon stays in the account', () => {
    expect(read('Example:domain:alice')).to.deep.equal({
      issuer: 'Example',
      account: 'domain:alice',
    });
  });
});

describe('the URI of 1,000 generated accounts', () => {
  it('parses to the parts that it was built from', () => {
    for (const { issuer, account, secret } of generatedAccounts(1000)) {
      const parsed = parseOtpauthUri(buildOtpauthUri({ issuer, account, secret }));
      expect(parsed).to.deep.equal({
        issuer: asWritten(issuer),
        account: asWritten(account),
        secret,
        digits: 6,
        period: 30,
        algorithm: 'SHA1',
      });
    }
  });

  it('is read the same by a strict parser (pitfalls 6–13)', () => {
    for (const { issuer, account, secret } of generatedAccounts(1000)) {
      const text = buildOtpauthUri({ issuer, account, secret });
      const [, label = '', query = ''] = /^otpauth:\/\/totp\/([^?]+)\?(.+)$/.exec(text) ?? [];
      // RFC 3986: only unreserved, escaped and sub-delims without a meaning here (9, 10).
      expect(text.slice('otpauth:'.length)).to.match(
        /^\/\/totp\/(?:[\w.~!'()*:?&=-]|%[0-9A-F]{2})+$/,
      );
      expect(text).to.not.contain('+');
      // One colon, not escaped, and the same issuer on both sides (11, 12).
      const [labelled, ...rest] = label.split(':');
      expect(rest).to.deep.equal([encodeURIComponent(asWritten(account))]);
      const parameters = query.split('&').map((pair) => pair.split('='));
      expect(parameters).to.deep.equal([
        // Without padding, and without parameters that have their default value (6, 7, 8, 13).
        ['secret', secret],
        ['issuer', labelled],
      ]);
    }
  });
});

describe('10,000 damaged URIs', () => {
  const MESSAGES = [
    'longer than 2000 characters',
    'control characters in it',
    'no otpauth://totp/…?…',
    'no base32 secret of 16 to 128 letters',
    'an unknown algorithm',
    'a number outside 6 to 8',
    'a number outside 1 to 3600',
    'a parameter twice',
    'percent-encoding that is not UTF-8',
  ].map((what) => `Not a usable otpauth URI: ${what}.`);
  const PIECES = [
    ...'%:/?#&=+ \0\u202E\uD800',
    ...['%3A', '%', '%zz', '%00', '%E0%A4', '&secret=', '&digits=9', '&period=0', '&algorithm=MD5'],
    ...['&issuer=a', 'otpauth://', 'hotp/', '\u{1F600}', '='.repeat(8), 'A'.repeat(2000)],
  ];

  /** Cuts, duplicates, swaps and inserts pieces. */
  function* mutated(count: number): Generator<string> {
    const random = seededRandom(4711);
    const upTo = (limit: number) => Math.floor(random() * limit);
    const accounts = [...generatedAccounts(100)];
    for (let index = 0; index < count; index += 1) {
      const account = accounts[index % accounts.length];
      if (!account) return;
      let text = buildOtpauthUri({ ...account, digits: 6 + 2 * (index % 2), period: 60 });
      for (let change = upTo(3); change >= 0; change -= 1) {
        const from = upTo(text.length);
        const to = from + upTo(20);
        const piece = [PIECES[upTo(PIECES.length)], '', text.slice(from, to).repeat(2)][upTo(3)];
        text = text.slice(0, from) + (piece ?? '') + text.slice(upTo(2) ? from : to);
      }
      yield text;
    }
  }

  it('are parsed, or refused with one of nine messages that do not repeat them', () => {
    const said = new Set<string>();
    let accepted = 0;
    for (const text of mutated(10_000)) {
      try {
        const { secret } = parseOtpauthUri(text);
        expect(secret).to.match(/^[A-Z2-7]{16,128}$/);
        accepted += 1;
      } catch (error) {
        if (!(error instanceof RangeError)) throw error;
        said.add(error.message);
      }
    }
    expect([...said].sort()).to.deep.equal([...MESSAGES].sort());
    // Otherwise the test would cover only one of the two.
    expect(accepted).to.be.within(1000, 9000);
  });
});
