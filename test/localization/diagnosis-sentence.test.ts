import { expect } from '@open-wc/testing';
import { clockSkewSentence, diagnosisSentence } from '../../src/localization/diagnosis-sentence.js';
import { setLocale, type Locale } from '../../src/localization/localization.js';
import type { CodeDiagnosis } from '../../src/otp/diagnosis/code-diagnosis.js';

const names = { issuer: 'ProfiPortaal', account: 'klant@voorbeeld.nl' };
const sentence = (diagnosis: CodeDiagnosis, accountInApp = names) =>
  diagnosisSentence(diagnosis, accountInApp) ?? '';
const clockOff = (minutes: number) => sentence({ kind: 'clock-off', minutes });

const EXPLAINED: readonly CodeDiagnosis[] = [
  { kind: 'reused' },
  { kind: 'just-expired' },
  { kind: 'mistyped' },
  { kind: 'clock-off', minutes: 3 },
  { kind: 'clock-off', minutes: -3 },
  { kind: 'other-account' },
];

const WORDS = {
  nl: {
    fast: 'loopt ongeveer 3 minuten voor',
    slow: 'loopt ongeveer 3 minuten achter',
    differences: {
      1: '1 minuut',
      2: '2 minuten',
      89: '89 minuten',
      90: '1,5 uur',
      119: '2 uur',
      180: '3 uur',
      317: '5,5 uur',
      840: '14 uur',
    },
    skews: { 61: '1 minuut', 179: '3 minuten', 3601: '60 minuten', 7199: '2 uur' },
    year: '365 dagen',
  },
  en: {
    fast: 'is about 3 minutes fast',
    slow: 'is about 3 minutes slow',
    differences: {
      1: '1 minute',
      2: '2 minutes',
      89: '89 minutes',
      90: '1.5 hours',
      119: '2 hours',
      180: '3 hours',
      317: '5.5 hours',
      840: '14 hours',
    },
    skews: { 61: '1 minute', 179: '3 minutes', 3601: '60 minutes', 7199: '2 hours' },
    year: '365 days',
  },
} as const satisfies Partial<Record<Locale, unknown>>;

for (const locale of ['nl', 'en'] as const) {
  describe(`why a code was refused, in ${locale}`, () => {
    before(() => setLocale(locale));
    after(() => setLocale('nl'));
    const words = WORDS[locale];

    it('has words of its own for every reason', () => {
      const sentences = EXPLAINED.map((diagnosis) => sentence(diagnosis));
      expect(new Set(sentences).size).to.equal(EXPLAINED.length);
      for (const each of sentences) expect(each).to.match(/^\p{Lu}.+\. .+\.$/u);
    });

    it('adds nothing to the error when there is no reason', () => {
      expect(diagnosisSentence({ kind: 'unexplained' }, names)).to.be.undefined;
    });

    it('says which way the clock of the phone is off', () => {
      expect(clockOff(3)).to.include(words.fast);
      expect(clockOff(-3)).to.include(words.slow);
    });

    it('says by how much, as roughly as a person would', () => {
      for (const [minutes, text] of Object.entries(words.differences)) {
        expect(clockOff(Number(minutes))).to.include(` ${text} `);
        expect(clockOff(-Number(minutes))).to.include(` ${text} `);
      }
    });

    it('names the account to look for, as far as it has a name', () => {
      const other = (issuer?: string, account?: string) =>
        diagnosisSentence({ kind: 'other-account' }, { issuer, account });
      expect(other('Profi', 'klant')).to.include('Profi (klant)');
      expect(other('Profi', '')).to.include('Profi').and.not.include('(');
      expect(other(undefined, 'klant')).to.include('klant').and.not.include('(');
      expect(other('', ''))
        .to.match(/\.$|\?/)
        .and.not.match(/undefined|\(|\s{2}/);
      expect(other()).to.equal(other('', ''));
    });
  });

  describe(`the clock of this device, in ${locale}`, () => {
    before(() => setLocale(locale));
    after(() => setLocale('nl'));
    const words = WORDS[locale];

    it('is worth no word up to a minute, and when nothing is known', () => {
      for (const seconds of [0, 1, -1, 60, -60, undefined]) {
        expect(clockSkewSentence(seconds), String(seconds)).to.be.undefined;
      }
    });

    it('is off by a number of minutes, hours or days', () => {
      for (const [seconds, text] of Object.entries(words.skews)) {
        expect(clockSkewSentence(Number(seconds))).to.include(` ${text} `);
        expect(clockSkewSentence(-Number(seconds))).to.include(` ${text} `);
      }
      expect(clockSkewSentence(365 * 86_400)).to.include(` ${words.year} `);
    });

    it('is ahead or behind', () => {
      expect(clockSkewSentence(180)).to.include(words.fast);
      expect(clockSkewSentence(-180)).to.include(words.slow);
    });
  });
}
