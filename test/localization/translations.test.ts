import { expect } from '@open-wc/testing';
import glossary from '../../locales/glossary.json';
import { templates as german } from '../../src/localization/generated/de.js';
import { templates as french } from '../../src/localization/generated/fr.js';
import { templates as formalDutch } from '../../src/localization/generated/nl-x-formal.js';
import { templates as dutch } from '../../src/localization/generated/nl.js';
import type { Locale } from '../../locales/languages.js';
import { readUnits, type Unit } from './read-units.js';

/** A whole word, also beside letters that have accents. */
const word = (words: string, flags = 'iu') => new RegExp(`(?<!\\p{L})(${words})(?!\\p{L})`, flags);

/** How each language addresses the person, and how it never does. */
const LANGUAGES = {
  nl: { built: dutch, person: word('je|jouw?'), never: word('u|uw|uzelf') },
  'nl-x-formal': {
    built: formalDutch,
    person: word('u|uw'),
    never: word('je|jij|jouw?|jezelf|jullie'),
  },
  de: {
    built: german,
    person: word('Sie|Ihr(e[mnrs]?)?', 'u'),
    never: word('du|dich|dir|dein(e[mnrs]?)?|euch|euer|eure[mnrs]?'),
  },
  fr: {
    built: french,
    person: word('vous|vos|votre'),
    never: word('tu|te|toi|tes|ton|ta|tien(ne)?s?'),
  },
} as const satisfies Record<Exclude<Locale, 'en'>, object>;

type Translated = keyof typeof LANGUAGES;

/** Texts that are the same as in English, because the language uses the same words. */
const SAME: Readonly<Record<Translated, readonly string[]>> = {
  nl: [],
  'nl-x-formal': [],
  de: [],
  fr: [],
};

const placeholders = (sentence: string) => (sentence.match(/\{\d\}/g) ?? []).sort();

/** The sign at the end of a sentence. */
const end = (sentence: string) => /[.?…:]$/.exec(sentence)?.[0];

for (const locale of Object.keys(LANGUAGES) as Translated[]) {
  const { built, person, never } = LANGUAGES[locale];

  describe(`the messages in ${locale}`, () => {
    let messages: readonly Unit[];
    /** Dutch is complete. `npm run locales` lists what another locale lacks; that is not an error. */
    let units: readonly Unit[];

    before(async () => {
      messages = await readUnits(locale);
      units = messages.filter(({ translation }) => locale === 'nl' || translation !== '');
    });

    it('are the ones that are built into the library', () => {
      expect(messages.map(({ id }) => id).sort()).to.deep.equal(Object.keys(built).sort());
    });

    it('are not in English', () => {
      expect(units.filter(({ translation }) => translation === '')).to.deep.equal([]);
      const same = units.filter(({ english, translation }) => english === translation);
      expect(same.map(({ id }) => id)).to.deep.equal(SAME[locale]);
    });

    it('hold the same names and numbers as the English sentence', () => {
      for (const { id, english, translation } of units) {
        expect(placeholders(translation), id).to.deep.equal(placeholders(english));
      }
    });

    it('address the reader in one way, and stay calm', () => {
      expect(units.filter(({ translation }) => person.test(translation)).length).to.be.above(40);
      for (const { id, translation, english } of units) {
        expect(translation, id).not.to.match(never);
        expect(translation + english, id).not.to.include('!');
      }
    });

    it('end a sentence as the English one ends', () => {
      for (const { id, translation, english } of units) {
        expect(end(translation), id).to.equal(end(english));
      }
    });

    it('have no space too many', () => {
      for (const { id, translation } of units) {
        expect(translation, id).not.to.match(/^\s|\s$|\s\s/);
      }
    });

    it('have one term for a thing', () => {
      for (const [thing, languages] of Object.entries(glossary)) {
        const { term, not } = languages[locale];
        // Of "se connecter" and "anmelden" every form is used; what ends a word is left open.
        const stem = term.replace(/^se /, '').replace(/e[nr]$/, '');
        expect(units.map(({ translation }) => translation).join('\n'), thing).to.match(
          new RegExp(stem.slice(0, -1), 'i'),
        );
        for (const { id, translation } of units) {
          for (const other of not) expect(translation, id).not.to.match(word(other, 'u'));
        }
      }
    });
  });
}

describe('the messages in fr', () => {
  it('never separate a sign from its word at the end of a line', async () => {
    for (const { id, translation } of await readUnits('fr')) {
      expect(translation, id).not.to.match(/[ ][?:;»]|«[ ]|\{\d\} (codes?|chiffres|caractères) /);
    }
  });
});
