import { expect } from '@open-wc/testing';
import { MFA_ERROR_KINDS, MfaError, type MfaErrorFacts } from '../../src/backend/mfa-error.js';
import { duration } from '../../src/localization/duration.js';
import { errorSentence } from '../../src/localization/error-sentence.js';
import { setLocale, type Locale } from '../../src/localization/localization.js';

const sentence = (kind: MfaError['kind'], facts: MfaErrorFacts = {}) =>
  errorSentence(new MfaError(kind, 'a message for developers', facts));

const WORDS = {
  nl: {
    one: 'Je kunt het nog één keer proberen. Daarna is het een tijd geblokkeerd.',
    two: 'Je kunt het nog 2 keer proberen.',
    waits: ['0 seconden', '1 seconde', '30 seconden', '60 seconden', '2 minuten', '60 minuten'],
  },
  en: {
    one: 'You can try once more. After that, trying is blocked for a while.',
    two: 'You can try 2 more times.',
    waits: ['0 seconds', '1 second', '30 seconds', '60 seconds', '2 minutes', '60 minutes'],
  },
} as const satisfies Partial<Record<Locale, unknown>>;

for (const locale of ['nl', 'en'] as const) {
  describe(`what went wrong, in ${locale}`, () => {
    before(() => setLocale(locale));
    after(() => setLocale('nl'));

    it('has a sentence of its own for every kind', () => {
      const sentences = MFA_ERROR_KINDS.map((kind) => sentence(kind));
      expect(new Set(sentences).size).to.equal(MFA_ERROR_KINDS.length);
      for (const each of sentences) expect(each).to.match(/^\p{Lu}.+\.$/u);
    });

    it('never repeats what was meant for developers', () => {
      for (const kind of MFA_ERROR_KINDS) expect(sentence(kind)).not.to.include('developers');
    });

    it('says how many tries are left when they are few', () => {
      expect(sentence('invalid-code', { attemptsLeft: 1 })).to.include(WORDS[locale].one);
      expect(sentence('invalid-code', { attemptsLeft: 2 })).to.include(WORDS[locale].two);
      for (const kind of ['invalid-recovery-code', 'invalid-password', 'code-reused'] as const) {
        expect(sentence(kind, { attemptsLeft: 2 })).to.include(WORDS[locale].two);
      }
      const plain = sentence('invalid-code');
      for (const attemptsLeft of [-1, 0, 4, 100]) {
        expect(sentence('invalid-code', { attemptsLeft })).to.equal(plain);
      }
    });

    it('says how many tries are left after an explanation, too', () => {
      const error = new MfaError('invalid-code', '', { attemptsLeft: 2 });
      expect(errorSentence(error, 'Uitleg.')).to.equal(`Uitleg. ${WORDS[locale].two}`);
    });

    it('says how long to wait in words, rounded up', () => {
      const waits = [0, 1, 30, 60, 61, 3600].map(duration);
      expect(waits).to.deep.equal(WORDS[locale].waits);
      expect(sentence('rate-limited', { retryAfter: 61 })).to.include(WORDS[locale].waits[4]);
      expect(sentence('locked', { retryAfter: 1 })).to.include(WORDS[locale].waits[1]);
      expect(sentence('unavailable', { retryAfter: 61 })).to.include(WORDS[locale].waits[4]);
      expect(sentence('rate-limited', { retryAfter: 1e9 })).to.match(/\b60 minu/);
      expect(sentence('rate-limited')).to.include(WORDS[locale].waits[2]);
    });
  });
}
