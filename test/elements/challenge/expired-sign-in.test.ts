import { expect } from '@open-wc/testing';
import { SAMPLE } from '../../../src/testing/index.js';
import { buttons, expectFocusOn, heading, link, untilText } from '../../support/page.js';
import { challenge, enter } from './challenge-page.js';

describe('a sign-in that took too long', () => {
  it('says so and links to the sign-in page', async () => {
    const { element } = await challenge(
      { on: { verify: 'login-expired' } },
      { signInUrl: '/inloggen' },
    );
    enter(element, SAMPLE.code);
    await untilText(element, 'Het inloggen duurde te lang. Log opnieuw in met je wachtwoord.');
    expect(link(element, 'Opnieuw inloggen').pathname).to.equal('/inloggen');
    expectFocusOn(heading(element));
    expect(element.querySelector('input')).to.equal(null);
    await expect(element).to.be.accessible();
  });

  it('gives no link that leads nowhere', async () => {
    const { element } = await challenge({ on: { verify: 'signed-out' } });
    enter(element, SAMPLE.code);
    await untilText(element, 'Je bent uitgelogd. Log opnieuw in om verder te gaan.');
    expect(buttons(element)).to.deep.equal([]);
  });
});
