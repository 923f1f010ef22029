import { expect } from '@open-wc/testing';
import { diagnosisMessage } from '../../src/localization/diagnosis-message.js';
import { setLocale, type Locale } from '../../src/localization/locale.js';
import type { CodeDiagnosis } from '../../src/otp/diagnosis/code-diagnosis.js';
import { clockSkewMessage } from '../../src/localization/refused-code-messages.js';

const names = { issuer: 'ProfiPortaal', account: 'klant@voorbeeld.nl' };
const sentence = (diagnosis: CodeDiagnosis, accountInApp = names) =>
  diagnosisMessage(diagnosis, accountInApp) ?? '';
const clockOff = (minutes: number) => sentence({ kind: 'clock-off', minutes });

const EXPLAINED: readonly CodeDiagnosis[] = [
  { kind: 'reused' },
  { kind: 'just-expired' },
  { kind: 'mistyped' },
  { kind: 'clock-off', minutes: 3 },
  { kind: 'clock-off', minutes: -3 },
  { kind: 'other-account' },
  { kind: 'unexplained' },
  { kind: 'other-secret' },
];

/** The difference as Intl says it, with the words of the sentence around it. */
const DUTCH = {
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
} as const;

const WORDS = {
  nl: DUTCH,
  'nl-x-formal': DUTCH,
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
  // "365 Tage": an accusative. After "um" or "mit" it would have to be "Tagen", which Intl does not say.
  de: {
    fast: 'geht etwa 3 Minuten vor',
    slow: 'geht etwa 3 Minuten nach',
    differences: {
      1: '1 Minute',
      2: '2 Minuten',
      89: '89 Minuten',
      90: '1,5 Stunden',
      119: '2 Stunden',
      180: '3 Stunden',
      317: '5,5 Stunden',
      840: '14 Stunden',
    },
    skews: { 61: '1 Minute', 179: '3 Minuten', 3601: '60 Minuten', 7199: '2 Stunden' },
    year: 'geht etwa 365 Tage',
  },
  fr: {
    fast: 'avance d’environ 3 minutes',
    slow: 'retarde d’environ 3 minutes',
    differences: {
      1: '1 minute',
      2: '2 minutes',
      89: '89 minutes',
      90: '1,5 heure',
      119: '2 heures',
      180: '3 heures',
      317: '5,5 heures',
      840: '14 heures',
    },
    skews: { 61: '1 minute', 179: '3 minutes', 3601: '60 minutes', 7199: '2 heures' },
    year: '365 jours',
  },
} as const satisfies Record<Locale, unknown>;

/** A number and what stands behind it, also where a line may not break between them. */
const spaced = (text: string | undefined) => text?.replaceAll('\u00A0', ' ') ?? '';

/** Not as a part of a longer number or word. */
const whole = (text: string) => new RegExp(`(?<![\\d,.])${text}(?!\\p{L})`, 'u');

for (const locale of Object.keys(WORDS) as Locale[]) {
  describe(`why a code was refused, in ${locale}`, () => {
    before(() => setLocale(locale));
    after(() => setLocale('nl'));
    const words = WORDS[locale];

    it('has a message for every reason', () => {
      const sentences = EXPLAINED.map((diagnosis) => sentence(diagnosis));
      expect(new Set(sentences).size).to.equal(EXPLAINED.length);
      for (const each of sentences) expect(each).to.match(/^\p{Lu}.+\. .+\.$/u);
    });

    it('tells which way the clock of the phone is off', () => {
      expect(spaced(clockOff(3))).to.include(words.fast);
      expect(spaced(clockOff(-3))).to.include(words.slow);
    });

    it('tells by how much, as roughly as a person would', () => {
      for (const [minutes, text] of Object.entries(words.differences)) {
        expect(spaced(clockOff(Number(minutes)))).to.match(whole(text));
        expect(spaced(clockOff(-Number(minutes)))).to.match(whole(text));
      }
    });

    it('names the account to look for, as far as it has a name', () => {
      const other = (issuer?: string, account?: string) =>
        diagnosisMessage({ kind: 'other-account' }, { issuer, account });
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

    it('is off by a number of minutes, hours or days', () => {
      for (const [seconds, text] of Object.entries(words.skews)) {
        expect(spaced(clockSkewMessage(Number(seconds)))).to.match(whole(text));
        expect(spaced(clockSkewMessage(-Number(seconds)))).to.match(whole(text));
      }
      expect(spaced(clockSkewMessage(365 * 86_400))).to.match(whole(words.year));
    });

    it('is ahead or behind', () => {
      expect(spaced(clockSkewMessage(180))).to.include(words.fast);
      expect(spaced(clockSkewMessage(-180))).to.include(words.slow);
    });
  });
}
