import { expect } from '@open-wc/testing';
import { MFA_ERROR_KINDS, MfaError, type MfaErrorFacts } from '../../src/backend/mfa-error.js';
import { errorMessage } from '../../src/localization/error-message.js';
import { formatDuration } from '../../src/localization/format-duration.js';
import { setLocale, type Locale } from '../../src/localization/locale.js';

const sentence = (kind: MfaError['kind'], facts: MfaErrorFacts = {}) =>
  errorMessage(new MfaError(kind, 'a message for developers', facts));

/** French does not let a line break between a number and its unit. */
const spaced = (text: string) => text.replaceAll('\u00A0', ' ');

const DUTCH_WAITS = [
  '0 seconden',
  '1 seconde',
  '30 seconden',
  '60 seconden',
  '2 minuten',
  '60 minuten',
] as const;

const WORDS = {
  nl: {
    one: 'Je kunt het nog één keer proberen. Daarna moet je een tijd wachten.',
    two: 'Je kunt het nog 2 keer proberen.',
    none: 'Je moet nu een tijd wachten voordat je het opnieuw kunt proberen.',
    after: 'Na deze poging moet je 30 seconden wachten.',
    waits: DUTCH_WAITS,
  },
  'nl-x-formal': {
    one: 'U kunt het nog één keer proberen. Daarna moet u een tijd wachten.',
    two: 'U kunt het nog 2 keer proberen.',
    none: 'U moet nu een tijd wachten voordat u het opnieuw kunt proberen.',
    after: 'Na deze poging moet u 30 seconden wachten.',
    waits: DUTCH_WAITS,
  },
  en: {
    one: 'You can try once more. After that, trying is blocked for a while.',
    two: 'You can try 2 more times.',
    none: 'Trying is now blocked for a while.',
    after: 'After this try you have to wait 30 seconds.',
    waits: ['0 seconds', '1 second', '30 seconds', '60 seconds', '2 minutes', '60 minutes'],
  },
  de: {
    one: 'Sie haben noch einen Versuch. Danach sind weitere Versuche für einige Zeit gesperrt.',
    two: 'Sie haben noch 2 Versuche.',
    none: 'Weitere Versuche sind jetzt für einige Zeit gesperrt.',
    after: 'Nach diesem Versuch müssen Sie 30 Sekunden warten.',
    waits: ['0 Sekunden', '1 Sekunde', '30 Sekunden', '60 Sekunden', '2 Minuten', '60 Minuten'],
  },
  fr: {
    one: 'Il vous reste une tentative. Ensuite, tout nouvel essai sera bloqué pendant un certain temps.',
    two: 'Il vous reste 2\u00A0tentatives.',
    none: 'Tout nouvel essai est maintenant bloqué pendant un certain temps.',
    after: 'Après cette tentative, vous devez patienter 30 secondes.',
    waits: ['0 seconde', '1 seconde', '30 secondes', '60 secondes', '2 minutes', '60 minutes'],
  },
} as const satisfies Record<Locale, unknown>;

for (const locale of Object.keys(WORDS) as Locale[]) {
  describe(`the message of an error, in ${locale}`, () => {
    before(() => setLocale(locale));
    after(() => setLocale('nl'));

    it('is another one for every kind', () => {
      const sentences = MFA_ERROR_KINDS.map((kind) => sentence(kind));
      expect(new Set(sentences).size).to.equal(MFA_ERROR_KINDS.length);
      for (const each of sentences) expect(each).to.match(/^\p{Lu}.+\.$/u);
    });

    it('never repeats the text for developers', () => {
      for (const kind of MFA_ERROR_KINDS) expect(sentence(kind)).not.to.include('developers');
    });

    it('includes how many attempts are left if they are few', () => {
      expect(sentence('invalid-code', { attemptsLeft: 1 })).to.include(WORDS[locale].one);
      expect(sentence('invalid-code', { attemptsLeft: 2 })).to.include(WORDS[locale].two);
      for (const kind of ['invalid-recovery-code', 'invalid-password', 'code-reused'] as const) {
        expect(sentence(kind, { attemptsLeft: 2 })).to.include(WORDS[locale].two);
      }
      const plain = sentence('invalid-code');
      for (const attemptsLeft of [-1, 4, 100]) {
        expect(sentence('invalid-code', { attemptsLeft })).to.equal(plain);
      }
    });

    it('includes how many attempts are left after an explanation, too', () => {
      const error = new MfaError('invalid-code', '', { attemptsLeft: 2 });
      expect(errorMessage(error, 'Uitleg.')).to.equal(`Uitleg. ${WORDS[locale].two}`);
    });

    it('includes that no attempt is left for now', () => {
      const { none } = WORDS[locale];
      const plain = sentence('invalid-code');
      expect(sentence('invalid-code', { attemptsLeft: 0 })).to.equal(`${plain} ${none}`);
    });

    it('includes how long to wait after a refused code or password (M2)', () => {
      const after = WORDS[locale].after;
      for (const kind of [
        'invalid-code',
        'code-reused',
        'invalid-password',
        'invalid-recovery-code',
      ] as const) {
        const facts = { attemptsLeft: 0, retryAfter: 29.5 };
        expect(spaced(sentence(kind, facts))).to.equal(`${spaced(sentence(kind))} ${after}`);
        expect(sentence(kind, { retryAfter: 0 })).to.equal(sentence(kind));
      }
    });

    it('includes how long to wait in words, rounded up', () => {
      const waits = [0, 1, 30, 60, 61, 3600].map((seconds) => spaced(formatDuration(seconds)));
      expect(waits).to.deep.equal(WORDS[locale].waits);
      expect(spaced(sentence('rate-limited', { retryAfter: 61 }))).to.include(
        WORDS[locale].waits[4],
      );
      expect(spaced(sentence('locked', { retryAfter: 1 }))).to.include(WORDS[locale].waits[1]);
      expect(spaced(sentence('unavailable', { retryAfter: 61 }))).to.include(
        WORDS[locale].waits[4],
      );
      expect(spaced(sentence('rate-limited', { retryAfter: 1e9 }))).to.include(
        WORDS[locale].waits[5],
      );
      expect(spaced(sentence('rate-limited'))).to.include(WORDS[locale].waits[2]);
    });
  });
}
