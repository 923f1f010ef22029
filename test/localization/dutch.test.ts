import { expect } from '@open-wc/testing';
import { templates } from '../../src/localization/generated/nl.js';

/** Words that are the same in both languages. */
const SAME: readonly string[] = [];

interface Unit {
  readonly id: string;
  readonly english: string;
  readonly dutch: string;
  readonly note: string;
}

/** The text of an element, with each placeholder as `{}`. */
function words(unit: Element, name: string): string {
  const element = unit.querySelector(name)?.cloneNode(true) as Element | undefined;
  for (const placeholder of element?.querySelectorAll('x') ?? []) placeholder.replaceWith('{}');
  return element?.textContent.trim() ?? '';
}

async function readUnits(): Promise<readonly Unit[]> {
  const answer = await fetch(new URL('../../locales/nl.xlf', import.meta.url));
  const file = new DOMParser().parseFromString(await answer.text(), 'application/xml');
  return [...file.querySelectorAll('trans-unit')].map((unit) => ({
    id: unit.id,
    english: words(unit, 'source'),
    dutch: words(unit, 'target'),
    note: words(unit, 'note'),
  }));
}

describe('the Dutch words', () => {
  let units: readonly Unit[];

  before(async () => {
    units = await readUnits();
  });

  it('are the ones that are built into the library', () => {
    expect(units.map(({ id }) => id).sort()).to.deep.equal(Object.keys(templates).sort());
  });

  it('stand for every English sentence', () => {
    const missing = units.filter(({ dutch }) => dutch === '').map(({ id }) => id);
    expect(missing).to.deep.equal([]);
    const copied = units.filter(({ english, dutch }) => english === dutch).map(({ id }) => id);
    expect(copied).to.deep.equal(SAME);
  });

  it('hold the same names and numbers as the English sentence', () => {
    const placeholders = (sentence: string) => sentence.match(/\{\}/g) ?? [];
    for (const { id, english, dutch } of units) {
      expect(placeholders(dutch), id).to.deep.equal(placeholders(english));
    }
  });

  it('address the reader as je, and stay calm', () => {
    for (const { id, dutch, english } of units) {
      expect(dutch, id).not.to.match(/\b(u|uw|uzelf)\b/i);
      expect(dutch + english, id).not.to.include('!');
    }
  });

  it('use no English word where the manual has a Dutch one', () => {
    for (const { id, dutch } of units) {
      expect(dutch, id).not.to.match(/\b(code verify|token|login|password|device|link)\b/i);
    }
  });

  it('end a sentence as the English one ends', () => {
    const end = (sentence: string) => /[.?…:]$/.exec(sentence)?.[0];
    for (const { id, dutch, english } of units) expect(end(dutch), id).to.equal(end(english));
  });

  it('say for translators where they stand', () => {
    for (const { id, note } of units) expect(note, id).to.match(/^[A-Z].{10,}/);
  });

  it('keep the terms of the manual', () => {
    const dutch = Object.fromEntries(units.map((unit) => [unit.id, unit.dutch]));
    expect(dutch).to.include({
      'code.label': '{}-cijferige machtigingscode',
      'code.submit': 'Code verifiëren',
      'authenticators.unlink.label': 'Koppeling met {} verwijderen',
      'authenticators.unlink.confirm': 'Koppeling verwijderen',
      'button.cancel': 'Annuleren',
    });
  });
});
