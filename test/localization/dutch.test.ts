import { expect } from '@open-wc/testing';
import { readUnits, type Unit } from './read-units.js';

describe('the Dutch messages', () => {
  let units: readonly Unit[];

  before(async () => {
    units = await readUnits('nl');
  });

  it('use no English word if the manual has a Dutch one', () => {
    for (const { id, translation } of units) {
      expect(translation, id).not.to.match(/\b(code verify|token|login|password|device|link)\b/i);
    }
  });

  // The manual of the portal and its support staff name these. The names of the portal itself (Inloggen,
  // Account, Profiel instellingen, Uitloggen) are in test/journey/visitor.ts.
  it('keep the terms of the manual', () => {
    const dutch = Object.fromEntries(units.map((unit) => [unit.id, unit.translation]));
    expect(dutch).to.include({
      'code.label': '{0}-cijferige machtigingscode',
      'code.submit': 'Code verifiëren',
      'authenticators.unlink.label': 'Koppeling met {0} verwijderen',
      'authenticators.unlink.confirm': 'Koppeling verwijderen',
      'button.cancel': 'Annuleren',
    });
  });

  it('say the same with "u" as with "je"', async () => {
    const formal = await readUnits('nl-x-formal');
    const plain = (text: string) =>
      text
        .toLowerCase()
        .replaceAll(/\b(je|jij|jou|jouw|u|uw)\b/g, 'je')
        // "Heb je", "hebt u"; "log je in", "logt u in".
        .replaceAll(/(?<=\p{L}{2})t\b/gu, '');
    const { length } = formal;
    expect(length).to.equal(units.length);
    const same = units.filter(
      ({ translation }, at) => plain(translation) === plain(formal[at]?.translation ?? ''),
    );
    // A few verbs are others: "je kunt" and "u kunt", "ben je" and "bent u" are not.
    expect(same.length / length).to.be.above(0.9);
  });
});
