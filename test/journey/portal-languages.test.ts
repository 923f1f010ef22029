import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { LOCALES } from '../../locales/languages.js';
import { eachVisit } from './each-visit.js';
import type { Visitor } from './visitor.js';

const OTHER_LOCALES = LOCALES.filter((locale) => locale !== 'nl');

const wordsIn = (locale: string) =>
  JSON.parse(
    readFileSync(
      new URL(`../../demo/portal/assets/languages/${locale}.json`, import.meta.url),
      'utf8',
    ),
  ) as Record<string, string>;

let visitor: Visitor;
eachVisit((visit) => ({ visitor } = visit));

async function chooses(locale: string): Promise<void> {
  await visitor.page.locator(`[data-language="${locale}"]`).click();
  await visitor.page.locator(`html[lang="${locale}"]`).waitFor();
}

const translated = (locale: string, dutch: string) => wordsIn(locale)[dutch] ?? '';

/** The words of the page have come; each text without a translation is a complaint in the console. */
const arrivesAt = (locale: string) =>
  visitor.page.locator(`html[lang="${locale}"]:not([class*="awaits"])`).waitFor();

describe('The portal', () => {
  for (const locale of OTHER_LOCALES) {
    it(`has every text of every page in ${locale}, and remembers the choice`, async () => {
      const { page } = visitor;
      const says = (dutch: string) => translated(locale, dutch);
      await page.goto('/inloggen');
      await chooses(locale);
      assert.equal(await page.title(), says('Inloggen – ProfiPortaal'));
      await visitor.expectAccessible();
      await visitor.button(says('Inloggen')).click();
      await visitor.sees(says('Vul je e-mailadres in.'));
      await page.getByLabel(says('E-mailadres')).fill(visitor.portal.account.email);
      await page.getByLabel(says('Wachtwoord')).fill('not-my-password');
      await visitor.button(says('Inloggen')).click();
      await visitor.sees(
        says('Je e-mailadres of wachtwoord klopt niet. Kijk het na en probeer het opnieuw.'),
      );
      await page.getByLabel(says('Wachtwoord')).fill(visitor.portal.account.password);
      await visitor.button(says('Inloggen')).click();
      await page.waitForURL('**/inloggen/verificatie');
      await arrivesAt(locale);
      assert.equal(await page.title(), says('Machtigingscode invullen – ProfiPortaal'));
      visitor.expectNoComplaints();
    });
  }

  it('turns over as it is: what was typed stays, what went wrong is said in the other language', async () => {
    const { page } = visitor;
    await page.goto('/inloggen');
    await page.getByLabel('E-mailadres').fill('profiklant@');
    await visitor.button('Inloggen').click();
    await visitor.sees('Vul een volledig e-mailadres in');
    await chooses('en');
    await visitor.sees('Enter a complete email address');
    assert.equal(await page.getByLabel('Email address').inputValue(), 'profiklant@');
    await chooses('nl');
    await visitor.sees('Vul een volledig e-mailadres in');
    assert.equal(await page.title(), 'Inloggen – ProfiPortaal');
    visitor.expectNoComplaints();
  });

  it('stays Dutch for who chose nothing, whatever the browser prefers', async () => {
    await visitor.page.setExtraHTTPHeaders({ 'accept-language': 'de' });
    await visitor.page.goto('/inloggen');
    await visitor.heading('Inloggen').waitFor();
    assert.equal(await visitor.page.locator('html').getAttribute('lang'), 'nl');
  });

  it('has as many words in each language, and no “je” where it says “u”', () => {
    const texts = Object.keys(wordsIn('en'));
    for (const locale of OTHER_LOCALES) {
      assert.deepEqual(Object.keys(wordsIn(locale)), texts, locale);
    }
    const formal = Object.values(wordsIn('nl-x-formal')).join('\n');
    assert.doesNotMatch(formal, /\b(je|jij|jou|jouw)\b/i);
  });
});
