import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { LOCALES } from '../../locales/languages.js';
import { eachVisit } from './each-visit.js';
import type { Visitor } from './visitor.js';

const OTHER_LOCALES = LOCALES.filter((locale) => locale !== 'nl');

const translationsIn = (locale: string) =>
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

const translated = (locale: string, dutch: string) => translationsIn(locale)[dutch] ?? '';

/** Waits until the page is translated. A text without a translation is logged as a warning. */
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

  it('changes its language in place: typed text stays, and errors are translated', async () => {
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

  it('stays Dutch if no language is chosen, whatever the browser prefers', async () => {
    await visitor.page.setExtraHTTPHeaders({ 'accept-language': 'de' });
    await visitor.page.goto('/inloggen');
    await visitor.heading('Inloggen').waitFor();
    assert.equal(await visitor.page.locator('html').getAttribute('lang'), 'nl');
  });

  it('has the same texts in each language, and no “je” in the formal Dutch', () => {
    const texts = Object.keys(translationsIn('en'));
    for (const locale of OTHER_LOCALES) {
      assert.deepEqual(Object.keys(translationsIn(locale)), texts, locale);
    }
    const formal = Object.values(translationsIn('nl-x-formal')).join('\n');
    assert.doesNotMatch(formal, /\b(je|jij|jou|jouw)\b/i);
  });
});
