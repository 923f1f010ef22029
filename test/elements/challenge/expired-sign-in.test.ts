import { expect } from '@open-wc/testing';
import { SAMPLE } from '../../../src/testing/index.js';
import { message } from '../../support/message.js';
import { buttons, expectFocusOn, heading, link, untilText } from '../../support/page.js';
import { challenge, enter } from './challenge-page.js';

describe('a sign-in that took too long', () => {
  it('is reported, with a link to the sign-in page', async () => {
    const { element } = await challenge(
      { on: { verify: 'login-expired' } },
      { signInUrl: '/inloggen' },
    );
    enter(element, SAMPLE.code);
    await untilText(element, message('error.login-expired'));
    expect(link(element, message('failure.sign-in.action')).pathname).to.equal('/inloggen');
    expectFocusOn(heading(element));
    expect(element.querySelector('input')).to.equal(null);
    await expect(element).to.be.accessible();
  });

  it('has no link without a URL', async () => {
    const { element } = await challenge({ on: { verify: 'signed-out' } });
    enter(element, SAMPLE.code);
    await untilText(element, message('error.signed-out'));
    expect(buttons(element)).to.deep.equal([]);
  });
});
