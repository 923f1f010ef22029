import { expect } from '@open-wc/testing';
import { SAMPLE, scriptedBackend } from '../../../src/testing/index.js';
import {
  announced,
  button,
  buttons,
  everything,
  expectFocusOn,
  heading,
  headings,
  link,
  painted,
  show,
  text,
  until,
  untilText,
} from '../../support/page.js';
import { BIN, listed } from './authenticators-page.js';

describe('the linked apps', () => {
  it('are said to be looked up', async () => {
    const backend = scriptedBackend({ state: 'verified' });
    const held = backend.hold('listAuthenticators');
    const element = await show('mfa-authenticators', { backend });
    await held.called;
    await untilText(element, 'Je gekoppelde apps worden opgezocht…');
    expect(headings(element)).to.deep.equal(['Gekoppelde Authenticator-apps']);
    expect(announced(element)).to.have.length(1);
    await expect(element).to.be.accessible();
  });

  it('show their name, when they were linked and when they were used, in Dutch', async () => {
    const { element } = await listed();
    expect(text(element)).to.include(SAMPLE.authenticator.name);
    expect(text(element)).to.include('Gekoppeld op 12 januari 2026');
    expect(text(element)).to.include('Laatst gebruikt op 2 maart 2026');
    expect(buttons(element)).to.deep.equal([BIN]);
    expectFocusOn(document.body);
    await expect(element).to.be.accessible();
  });

  it('get a name where the backend keeps none, and say that they were not used', async () => {
    const unnamed = { id: '1', method: 'totp', createdAt: new Date('2026-01-12T08:30:00Z') };
    const { element } = await listed({ authenticators: [unnamed] });
    expect(text(element)).to.include('Authenticator-app Gekoppeld op 12 januari 2026');
    expect(text(element)).to.include('Nog niet gebruikt');
    expect(buttons(element)).to.deep.equal(['Koppeling met Authenticator-app verwijderen']);
  });

  it('show a name with HTML in it as the text it is', async () => {
    const name = '<img src=x onerror="alert(1)"><b>Telefoon</b>';
    const hostile = { ...SAMPLE.authenticator, name };
    const { element } = await listed({ authenticators: [hostile] });
    expect(text(element)).to.include(name);
    button(element, `Koppeling met ${name} verwijderen`).click();
    await untilText(element, `Koppeling met ${name} verwijderen?`);
    expect(everything(element).filter((inner) => inner.matches('img, b'))).to.deep.equal([]);
  });

  it('say that there are none, and what happens then', async () => {
    const backend = scriptedBackend({ state: 'verified', authenticators: [] });
    const element = await show('mfa-authenticators', { backend });
    await untilText(
      element,
      'Er is geen Authenticator-app gekoppeld. De volgende keer dat je inlogt, koppel je er een.',
    );
    await expect(element).to.be.accessible();
  });

  it('have no bin where the server cannot take a link away', async () => {
    const backend = scriptedBackend({ state: 'verified', without: ['unlinkAuthenticator'] });
    const element = await show('mfa-authenticators', { backend });
    await untilText(element, 'Gekoppeld op');
    expect(buttons(element)).to.deep.equal([]);
  });

  it('can be asked for again when they did not come, without losing the focus', async () => {
    const backend = scriptedBackend({ state: 'verified', on: { listAuthenticators: 'offline' } });
    const element = await show('mfa-authenticators', { backend });
    await untilText(element, 'Er is geen internetverbinding.');
    await expect(element).to.be.accessible();
    const held = backend.hold('listAuthenticators');
    button(element, 'Opnieuw proberen').click();
    await untilText(element, 'Je gekoppelde apps worden opgezocht…');
    expectFocusOn(heading(element));
    held.proceed();
    await untilText(element, 'Gekoppeld op');
    expectFocusOn(heading(element));
  });

  it('link to the sign-in page when the session has ended', async () => {
    const backend = scriptedBackend({ state: 'signed-out' });
    const element = await show('mfa-authenticators', { backend, loginUrl: '/inloggen' });
    await untilText(element, 'Je bent uitgelogd.');
    expect(link(element, 'Opnieuw inloggen').pathname).to.equal('/inloggen');
  });

  it('draw the bin and the phone as decoration only', async () => {
    const { element } = await listed();
    await until(() => painted(element).some(({ localName }) => localName === 'svg'), 'no picture');
    const pictures = painted(element).filter(({ localName }) => localName === 'svg');
    expect(pictures.every((picture) => picture.getAttribute('aria-hidden') === 'true')).to.equal(
      true,
    );
  });
});
