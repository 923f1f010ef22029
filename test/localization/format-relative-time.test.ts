import { expect } from '@open-wc/testing';
import { formatDate } from '../../src/localization/format-date.js';
import { setLocale, type Locale } from '../../src/localization/locale.js';
import { formatRelativeTime } from '../../src/localization/format-relative-time.js';

const AMSTERDAM = 'Europe/Amsterdam';
const now = new Date('2026-11-22T12:00:00Z');
const daysAgo = (days: number) => new Date(now.getTime() - days * 86_400_000);

describe('how long ago a day was', () => {
  for (const [days, words] of [
    [0, 'vandaag'],
    [1, 'gisteren'],
    [2, 'eergisteren'],
    [3, '3 dagen geleden'],
    [13, '13 dagen geleden'],
    [14, '2 weken geleden'],
    [59, '8 weken geleden'],
    [60, '2 maanden geleden'],
    [365, '12 maanden geleden'],
    [699, '23 maanden geleden'],
    [700, '2 jaar geleden'],
    [3653, '10 jaar geleden'],
  ] as const) {
    it(`is "${words}" after ${days} days`, () => {
      expect(formatRelativeTime(daysAgo(days), now, 'UTC')).to.equal(words);
    });
  }

  it('changes at midnight, not 24 hours later', () => {
    const late = new Date('2026-11-21T22:59:59Z');
    const midnight = new Date('2026-11-21T23:00:00Z');
    expect(formatRelativeTime(late, midnight, AMSTERDAM)).to.equal('gisteren');
    expect(formatRelativeTime(midnight, midnight, AMSTERDAM)).to.equal('vandaag');
  });

  it('uses the time zone of the reader', () => {
    const used = new Date('2026-11-21T23:30:00Z');
    expect(formatRelativeTime(used, now, AMSTERDAM)).to.equal('vandaag');
    expect(formatRelativeTime(used, now, 'UTC')).to.equal('gisteren');
    expect(formatRelativeTime(used, now, 'Pacific/Kiritimati')).to.equal('gisteren');
  });

  for (const [what, used, seen] of [
    ['23 hours', '2026-03-28T23:15:00Z', '2026-03-29T22:15:00Z'],
    ['25 hours', '2026-10-24T22:15:00Z', '2026-10-25T23:15:00Z'],
  ] as const) {
    it(`counts a day of ${what} as one day`, () => {
      const early = new Date(used);
      const aDayLater = new Date(seen);
      expect(formatRelativeTime(early, aDayLater, AMSTERDAM)).to.equal('gisteren');
      const before = new Date(aDayLater.getTime() - 30 * 60_000);
      expect(formatRelativeTime(early, before, AMSTERDAM)).to.equal('vandaag');
    });
  }

  it('is today for a moment that is ahead because the clocks differ by minutes (host page 14)', () => {
    const beforeMidnight = new Date('2026-11-22T22:58:00Z');
    const minutesLater = (minutes: number) => new Date(beforeMidnight.getTime() + minutes * 60_000);
    expect(formatRelativeTime(minutesLater(5), beforeMidnight, AMSTERDAM)).to.equal('vandaag');
    expect(formatRelativeTime(minutesLater(6), beforeMidnight, AMSTERDAM)).to.equal(undefined);
  });

  it('is absent for a later day, and is today for a later hour of this day', () => {
    expect(formatRelativeTime(new Date('2026-11-23T00:00:00Z'), now, 'UTC')).to.equal(undefined);
    expect(formatRelativeTime(new Date('2026-11-22T23:59:59Z'), now, 'UTC')).to.equal('vandaag');
  });
});

describe('a date', () => {
  const date = new Date('2026-11-03T08:05:00Z');

  it('is written out in the language of the page', () => {
    expect(formatDate(date, 'day', AMSTERDAM)).to.equal('3 november 2026');
  });

  it('includes the time if required, in the time zone of the reader', () => {
    expect(formatDate(date, 'minute', AMSTERDAM)).to.equal('3 november 2026 om 09:05');
    expect(formatDate(date, 'minute', 'UTC')).to.equal('3 november 2026 om 08:05');
  });
});

const WORDS = {
  nl: {
    ago: ['gisteren', '3 dagen geleden', '2 weken geleden', '2 jaar geleden'],
    at: '3 november 2026 om 09:05',
  },
  'nl-x-formal': {
    ago: ['gisteren', '3 dagen geleden', '2 weken geleden', '2 jaar geleden'],
    at: '3 november 2026 om 09:05',
  },
  en: {
    ago: ['yesterday', '3 days ago', '2 weeks ago', '2 years ago'],
    at: 'November 3, 2026 at 9:05 AM',
  },
  de: {
    ago: ['gestern', 'vor 3 Tagen', 'vor 2 Wochen', 'vor 2 Jahren'],
    at: '3. November 2026 um 09:05',
  },
  fr: {
    ago: ['hier', 'il y a 3 jours', 'il y a 2 semaines', 'il y a 2 ans'],
    at: '3 novembre 2026 à 09:05',
  },
} as const satisfies Record<Locale, unknown>;

/** Each engine's spaces, some of which do not break. */
const spaced = (text: string | undefined) => text?.replaceAll(/\s/g, ' ');

for (const locale of Object.keys(WORDS) as Locale[]) {
  describe(`time, in ${locale}`, () => {
    before(() => setLocale(locale));
    after(() => setLocale('nl'));

    it('is told from now', () => {
      const told = [1, 3, 14, 700].map((days) =>
        spaced(formatRelativeTime(daysAgo(days), now, 'UTC')),
      );
      expect(told).to.deep.equal(WORDS[locale].ago);
    });

    it('is told by date and hour', () => {
      const date = new Date('2026-11-03T08:05:00Z');
      expect(spaced(formatDate(date, 'minute', AMSTERDAM))).to.equal(WORDS[locale].at);
    });
  });
}
