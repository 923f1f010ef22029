import { expect, fixture, html } from '@open-wc/testing';
import '../../src/elements/code-input/mfa-code-input.js';
import { getLocale, setLocale } from '../../src/localization/locale.js';

const make = () => document.createElement('mfa-code-input');

/** Long enough for work without network. A file loads in a later task, so never before this ends. */
async function noTime(): Promise<void> {
  for (let step = 0; step < 100; step += 1) await Promise.resolve();
}

describe('an element while the locale of its page loads', () => {
  afterEach(() => setLocale('nl'));

  it('waits, unless a field of the page in it may be in use already', async () => {
    const page = await fixture<HTMLElement>(html`<div></div>`);
    const [empty, written] = [make(), make()];
    written.innerHTML = '<label>Code <input></label>';
    const german = setLocale('de');
    page.append(empty, written);
    await noTime();
    expect([empty.hasUpdated, written.hasUpdated]).to.deep.equal([false, true]);
    await german;
    await empty.updateComplete;
    expect(empty.hasUpdated).to.equal(true);
  });

  it('waits, but not for a locale that is no longer wanted', async () => {
    const page = await fixture<HTMLElement>(html`<div></div>`);
    const [early, late] = [make(), make()];
    const formal = setLocale('nl-x-formal');
    page.append(early);
    await noTime();
    expect(early.hasUpdated).to.equal(false);
    const dutch = setLocale('nl');
    page.append(late);
    await noTime();
    expect([early.hasUpdated, late.hasUpdated]).to.deep.equal([true, true]);
    await Promise.all([formal, dutch]);
    expect(getLocale()).to.equal('nl');
  });

  it('waits for the locale that is wanted instead', async () => {
    const page = await fixture<HTMLElement>(html`<div></div>`);
    const element = make();
    const once = setLocale('fr');
    page.append(element);
    await noTime();
    void setLocale('nl');
    const again = setLocale('fr');
    await noTime();
    expect([getLocale(), element.hasUpdated]).to.deep.equal(['nl', false]);
    await Promise.all([once, again]);
    await element.updateComplete;
    expect([getLocale(), element.hasUpdated]).to.deep.equal(['fr', true]);
  });
});
