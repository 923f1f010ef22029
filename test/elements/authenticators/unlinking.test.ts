import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { SAMPLE } from '../../../src/testing/index.js';
import { hearEvents } from '../../support/events.js';
import { message, messagePattern } from '../../support/message.js';
import {
  announced,
  button,
  buttons,
  expectFocusOn,
  heading,
  link,
  text,
  until,
  untilFocused,
  untilText,
} from '../../support/page.js';
import {
  asked,
  BIN,
  CANCEL,
  LINK,
  listed,
  openDialog,
  operations,
  OTHER,
  PENCIL,
  QUESTION,
  REMOVE,
  THIRD,
} from './authenticators-page.js';

const REMOVED = message('authenticators.unlinked', SAMPLE.authenticator.name);

describe('unlinking an app', () => {
  const events = hearEvents();

  it('asks for confirmation, in a dialog with the focus on Cancel', async () => {
    const { element, backend } = await asked();
    const dialog = openDialog(element);
    expect(dialog?.getAttribute('aria-labelledby')).to.equal('dialog-heading');
    expect(text(element)).to.include(QUESTION);
    expect(text(element)).to.include(message('authenticators.unlink.last'));
    expectFocusOn(button(element, CANCEL));
    expect(operations(backend.calls)).to.deep.equal(['listAuthenticators']);
    await expect(element).to.be.accessible();
  });

  it('says that other apps stay, if there are any', async () => {
    const { element } = await asked({ authenticators: [SAMPLE.authenticator, OTHER] });
    expect(text(element)).to.include(message('authenticators.unlink.one-of-many'));
    expect(text(element)).not.to.include(message('authenticators.unlink.last'));
  });

  it('unlinks, announces it, dispatches the event and moves the focus to the heading', async () => {
    const { element, backend } = await asked();
    button(element, REMOVE).click();
    await untilText(element, REMOVED);
    expect(announced(element)).to.deep.equal([REMOVED]);
    expect(openDialog(element)).to.equal(undefined);
    expectFocusOn(heading(element));
    expect(events.heard.names).to.deep.equal(['mfa-unlinked']);
    expect(events.heard.last('mfa-unlinked')?.detail).to.deep.equal({ id: 'app-1' });
    expect(operations(backend.calls)).to.deep.equal([
      'listAuthenticators',
      'unlinkAuthenticator',
      'listAuthenticators',
    ]);
    await expect(element).to.be.accessible();
  });

  it('leaves the row in place until the server confirms', async () => {
    const { element, backend } = await asked();
    const held = backend.hold('unlinkAuthenticator');
    button(element, REMOVE).click();
    await untilText(element, message('button.busy'));
    button(element, message('button.busy')).click();
    await expect(element).to.be.accessible();
    expect(text(element)).to.include(message('authenticators.linked-on', '12 januari 2026'));
    held.proceed();
    await untilText(element, REMOVED);
    expect(operations(backend.calls).filter((name) => name === 'unlinkAuthenticator')).length(1);
  });

  it('unlinks the chosen app and no other', async () => {
    const { element, backend } = await listed({ authenticators: [SAMPLE.authenticator, OTHER] });
    button(element, message('authenticators.unlink.label', 'Microsoft Authenticator')).click();
    await untilText(element, message('authenticators.unlink.heading', 'Microsoft Authenticator'));
    button(element, REMOVE).click();
    await untilText(element, message('authenticators.unlinked', 'Microsoft Authenticator'));
    expect(backend.calls.at(-2)?.input).to.deep.equal({ authenticatorId: 'app-2' });
    expect(buttons(element)).to.deep.equal([PENCIL, BIN, LINK]);
  });

  for (const [place, removed, next] of [
    ['under it', OTHER, THIRD],
    ['above it when it was the last', THIRD, OTHER],
  ] as const) {
    it(`moves the focus to the bin of the row ${place}`, async () => {
      const authenticators = [SAMPLE.authenticator, OTHER, THIRD];
      const { element } = await listed({ authenticators });
      button(element, message('authenticators.unlink.label', removed.name)).click();
      await untilText(element, REMOVE);
      button(element, REMOVE).click();
      await untilText(element, message('authenticators.unlinked', removed.name));
      await untilFocused(() => button(element, message('authenticators.unlink.label', next.name)));
    });
  }

  for (const [kind, sentence] of [
    ['forbidden', message('authenticators.unlink.forbidden')],
    ['limit-reached', message('authenticators.unlink.needed')],
    ['already-linked', message('authenticators.unlink.needed')],
  ] as const) {
    it(`explains in the dialog why the server refuses with ${kind}`, async () => {
      const { element } = await asked({ on: { unlinkAuthenticator: kind } });
      button(element, REMOVE).click();
      await untilText(element, sentence);
      expect(announced(element)).to.have.length(1);
      expect(openDialog(element)).not.to.equal(undefined);
    });
  }

  for (const [way, leave] of [
    ['Cancel', (element: HTMLElement) => Promise.resolve(button(element, CANCEL).click())],
    ['Escape', () => sendKeys({ press: 'Escape' })],
  ] as const) {
    it(`is canceled with ${way}, and the focus returns to the bin`, async () => {
      const { element, backend } = await asked();
      await leave(element);
      await until(() => openDialog(element) === undefined, 'the dialog stays');
      await untilFocused(() => button(element, BIN));
      expect(operations(backend.calls)).to.deep.equal(['listAuthenticators']);
      button(element, BIN).click();
      await untilText(element, QUESTION);
    });
  }

  it('is canceled if the browser closes the dialog', async () => {
    const { element } = await asked();
    (openDialog(element) as HTMLDialogElement).close();
    await untilFocused(() => button(element, BIN));
    await element.updateComplete;
    button(element, BIN).click();
    await until(() => openDialog(element) !== undefined, 'the dialog cannot be opened again');
  });

  it('shows in the dialog why it failed, and can be retried', async () => {
    const { element, backend } = await asked({ on: { unlinkAuthenticator: 'offline' } });
    button(element, REMOVE).click();
    await untilText(element, message('error.offline'));
    expect(openDialog(element)).not.to.equal(undefined);
    expect(announced(element)).to.have.length(1);
    await expect(element).to.be.accessible();
    delete backend.on.unlinkAuthenticator;
    button(element, REMOVE).click();
    await untilText(element, REMOVED);
  });

  it('loads the list again if the app was unlinked elsewhere', async () => {
    const { element, backend } = await asked({ on: { unlinkAuthenticator: 'not-found' } });
    backend.on.listAuthenticators = [];
    button(element, REMOVE).click();
    await untilText(element, message('error.not-found'));
    expect(openDialog(element)).to.equal(undefined);
    expect(text(element)).to.include(message('authenticators.empty'));
    expectFocusOn(heading(element));
    expect(events.heard.names).not.to.include('mfa-unlinked');
  });

  it('is not told as done if the list still has the app, whatever the server said', async () => {
    const { element } = await asked({ on: { unlinkAuthenticator: undefined } });
    button(element, REMOVE).click();
    await untilText(element, message('error.unexpected'));
    expect(text(element)).to.match(messagePattern('authenticators.linked-on'));
    expect(text(element)).not.to.include(REMOVED);
    await expect(element).to.be.accessible();
  });

  it('says that it looks up what became of a lost response', async () => {
    const { element, backend } = await asked({ on: { unlinkAuthenticator: 'unknown-outcome' } });
    const held = backend.hold('listAuthenticators');
    button(element, REMOVE).click();
    await untilText(element, message('authenticators.checking'));
    held.settle('offline');
    await untilText(element, message('error.unknown-outcome'));
    await untilFocused(() => heading(element));
  });

  it('begins nothing else while it looks that up, and loses neither the outcome nor the focus', async () => {
    const { element, backend } = await asked({
      authenticators: [SAMPLE.authenticator, OTHER],
      on: {
        unlinkAuthenticator: ({ proceed }) => {
          proceed();
          return 'unknown-outcome';
        },
      },
    });
    const held = backend.hold('listAuthenticators');
    button(element, REMOVE).click();
    await untilText(element, message('authenticators.checking'));
    const acts = buttons(element).map((name) => button(element, name));
    expect(acts).to.have.length(5);
    for (const act of acts) {
      expect(act.getAttribute('aria-disabled')).to.equal('true');
      act.focus();
      act.click();
      await element.updateComplete;
      expectFocusOn(act);
      expect(text(element)).to.include(message('authenticators.checking'));
    }
    await expect(element).to.be.accessible();
    held.proceed();
    await untilText(element, REMOVED);
    expect(buttons(element)).to.have.length(3);
    for (const name of buttons(element)) {
      expect(button(element, name).getAttribute('aria-disabled')).to.equal('false');
    }
    expectFocusOn(button(element, LINK));
  });

  it('looks that up again with the next try, if the list could not be loaded', async () => {
    const { element, backend } = await asked({
      on: {
        unlinkAuthenticator: ({ proceed }) => {
          proceed();
          return 'unknown-outcome';
        },
      },
    });
    backend.on.listAuthenticators = 'offline';
    button(element, REMOVE).click();
    await untilText(element, message('failure.unknown.heading'));
    delete backend.on.listAuthenticators;
    button(element, message('failure.retry.action')).click();
    await untilText(element, REMOVED);
    expectFocusOn(heading(element));
  });

  it('has unlinked the app if the list is without it, although the response was lost', async () => {
    const { element } = await asked({
      on: {
        unlinkAuthenticator: ({ proceed }) => {
          proceed();
          return 'unknown-outcome';
        },
      },
    });
    button(element, REMOVE).click();
    await untilText(element, REMOVED);
    expect(events.heard.names).to.deep.equal(['mfa-error', 'mfa-unlinked']);
  });

  it('claims nothing after a lost response if the list still has the app', async () => {
    const { element, backend } = await asked({ on: { unlinkAuthenticator: 'unknown-outcome' } });
    button(element, REMOVE).click();
    await untilText(element, message('error.unexpected'));
    expect(backend.calls.at(-1)?.operation).to.equal('listAuthenticators');
    expect(text(element)).to.match(messagePattern('authenticators.linked-on'));
    await untilFocused(() => button(element, BIN));
    expect(events.heard.names).to.deep.equal(['mfa-error']);
    await expect(element).to.be.accessible();
  });

  it('does not report a failure if only the new list fails to load', async () => {
    const { element, backend } = await asked();
    backend.on.listAuthenticators = 'offline';
    button(element, REMOVE).click();
    await untilText(element, REMOVED);
    expect(text(element)).not.to.include(message('failure.heading'));
    expect(text(element)).to.include(message('authenticators.empty'));
  });

  it('links to the sign-in page if the session ended meanwhile', async () => {
    const { element } = await asked({ on: { unlinkAuthenticator: 'signed-out' } });
    element.signInUrl = '/inloggen';
    button(element, REMOVE).click();
    await untilText(element, message('error.signed-out'));
    expect(openDialog(element)).to.equal(undefined);
    expectFocusOn(heading(element));
    link(element, message('failure.sign-in.action'));
  });
});
