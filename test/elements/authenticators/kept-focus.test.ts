import { SAMPLE, scriptedBackend } from '../../../src/testing/index.js';
import { message, messagePattern } from '../../support/message.js';
import {
  button,
  expectFocusOn,
  heading,
  show,
  until,
  untilFocused,
  untilText,
} from '../../support/page.js';
import { BIN, CANCEL, OTHER, otherTab, PENCIL, REMOVE } from './authenticators-page.js';

describe('the focus in the list', () => {
  it('moves to the heading if the last row is gone that was only reached with Tab (A12)', async () => {
    const backend = scriptedBackend({ state: 'verified' });
    const element = await show('mfa-authenticators', { backend });
    await untilText(element, messagePattern('authenticators.linked-on'));
    button(element, PENCIL).focus();
    backend.on.listAuthenticators = [];
    otherTab().tell();
    await untilText(element, message('authenticators.empty'));
    await untilFocused(() => heading(element));
  });

  it('moves to the heading if that row is gone and the list is loaded once more at once (A12)', async () => {
    const backend = scriptedBackend({ state: 'verified' });
    const element = await show('mfa-authenticators', { backend });
    await untilText(element, messagePattern('authenticators.linked-on'));
    const first = backend.hold('listAuthenticators');
    otherTab().tell();
    await first.called;
    button(element, message('authenticators.link.another')).click();
    await until(() => element.querySelector('mfa-enrollment') !== null, 'no enrollment');
    const second = backend.hold('listAuthenticators');
    button(element.querySelector('mfa-enrollment') as Element, CANCEL).click();
    await second.called;
    await untilText(element, message('authenticators.heading'));
    button(element, PENCIL).focus();
    const third = backend.hold('listAuthenticators');
    second.settle([]);
    await third.called;
    await untilFocused(() => heading(element));
    third.settle([]);
  });

  it('moves to the heading if the list is full and the button that links an app is gone (A12)', async () => {
    const backend = scriptedBackend({ state: 'verified', capabilities: { maxAuthenticators: 2 } });
    const element = await show('mfa-authenticators', { backend });
    await untilText(element, messagePattern('authenticators.linked-on'));
    button(element, message('authenticators.link.another')).focus();
    backend.on.listAuthenticators = [SAMPLE.authenticator, OTHER];
    otherTab().tell();
    await untilText(element, OTHER.name);
    await untilFocused(() => heading(element));
  });

  it('is not moved to a row by a page that sets another backend', async () => {
    const on = { unlinkAuthenticator: 'login-expired' } as const;
    const element = await show('mfa-authenticators', {
      backend: scriptedBackend({ state: 'verified', on }),
    });
    await untilText(element, messagePattern('authenticators.linked-on'));
    button(element, BIN).click();
    await until(() => element.shadowRoot?.querySelector('dialog')?.open === true, 'no dialog');
    button(element, REMOVE).click();
    await untilText(element, message('failure.signed-out.heading'));
    (heading(element) as HTMLElement).blur();
    const authenticators = [SAMPLE.authenticator, OTHER];
    element.backend = scriptedBackend({ state: 'verified', authenticators });
    await untilText(element, OTHER.name);
    await element.updateComplete;
    expectFocusOn(document.body);
  });
});
