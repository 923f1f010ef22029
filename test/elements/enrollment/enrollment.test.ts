import { expect } from '@open-wc/testing';
import { SAMPLE, scriptedBackend } from '../../../src/testing/index.js';
import { hearEvents } from '../../support/events.js';
import { message } from '../../support/message.js';
import {
  announced,
  button,
  buttons,
  expectFocusOn,
  field,
  heading,
  headings,
  labelOf,
  link,
  visibleElements,
  show,
  text,
  until,
  untilText,
} from '../../support/page.js';
import { drawing, enter, holdsKey, LINKED, scanning, VERIFY } from './enrollment-page.js';

describe('linking an authenticator app', () => {
  const events = hearEvents();

  it('says that the QR code is being made', async () => {
    const backend = scriptedBackend();
    const held = backend.hold('startEnrollment');
    const element = await show('mfa-enrollment', { backend });
    await held.called;
    await untilText(element, message('enrollment.starting'));
    expect(announced(element)).to.deep.equal([message('enrollment.starting')]);
    await expect(element).to.be.accessible();
  });

  it('leads through three steps in Dutch: get the app, scan, enter the code', async () => {
    const { element } = await scanning();
    expect(headings(element)).to.deep.equal([
      message('enrollment.heading'),
      message('enrollment.app.heading'),
      message('enrollment.scan.heading'),
      message('enrollment.code.heading'),
    ]);
    expect(text(element)).to.include(message('enrollment.lead', 'ProfiPortaal'));
    expect(text(element)).to.include(message('enrollment.scan.lead'));
    expect(labelOf(field(element))).to.equal(message('code.label', 6));
    expect(buttons(element)).to.deep.equal([VERIFY]);
    expectFocusOn(document.body);
  });

  it('links the manuals and the app stores of both apps, each in its own tab', async () => {
    const { element } = await scanning();
    for (const app of ['Google Authenticator', 'Microsoft Authenticator']) {
      for (const name of [app, `${app}: Google Play`, `${app}: App Store`]) {
        const opened = link(element, message('link.new-tab', name));
        expect(opened.protocol).to.equal('https:');
        expect(opened.target).to.equal('_blank');
        expect(opened.rel).to.equal('noopener noreferrer');
      }
    }
  });

  it('proposes the apps that the site chose', async () => {
    const apps = [{ name: 'Aegis', manual: 'https://getaegis.app/' }];
    const { element } = await scanning({}, { apps });
    link(element, message('link.new-tab', 'Aegis'));
    expect(text(element)).not.to.include('Google');
  });

  it('shows the QR code with a name that does not contain the key', async () => {
    const { element } = await scanning();
    await until(() => drawing(element) !== undefined, 'no QR code is drawn');
    expect(drawing(element)?.getAttribute('aria-label')).to.equal(message('enrollment.qr.label'));
    await expect(element).to.be.accessible();
  });

  it('names the site after issuer when the page gives one', async () => {
    const { element } = await scanning({}, { issuer: 'Profi <b>Portaal</b>' });
    expect(text(element)).to.include(message('enrollment.lead', 'Profi <b>Portaal</b>'));
    expect(visibleElements(element).some(({ localName }) => localName === 'b')).to.equal(false);
  });

  it('says that the app is linked, and dispatches the event', async () => {
    const { element } = await scanning({ recoveryCodes: [] });
    enter(element, SAMPLE.code);
    await untilText(element, LINKED);
    expectFocusOn(heading(element));
    expect(events.heard.names).to.deep.equal(['mfa-enrolled']);
    expect(holdsKey(element)).to.equal(false);
    expect(text(element)).not.to.include(message('enrollment.recovery-codes.heading.other'));
    await expect(element).to.be.accessible();
    button(element, message('enrollment.done.action', 'ProfiPortaal')).click();
    await until(() => buttons(element).length === 0, 'the button stays');
    expect(text(element)).to.include(LINKED);
    expectFocusOn(heading(element));
    expect(events.heard.names).to.deep.equal(['mfa-enrolled', 'mfa-enrollment-closed']);
    expect(events.heard.last('mfa-enrollment-closed')?.detail).to.deep.equal({ linked: true });
  });

  it('dispatches the event of the closed enrollment before it navigates', async () => {
    const { element } = await scanning({ recoveryCodes: [] }, { successUrl: '/portaal' });
    enter(element, SAMPLE.code);
    await untilText(element, LINKED);
    button(element, message('enrollment.done.action', 'ProfiPortaal')).click();
    await until(() => events.heard.names.includes('mfa-navigate'), 'nothing was left for');
    expect(events.heard.names).to.deep.equal([
      'mfa-enrolled',
      'mfa-enrollment-closed',
      'mfa-navigate',
    ]);
  });

  it('sends the code once, however often the button is pressed', async () => {
    const { element, backend } = await scanning();
    const held = backend.hold('confirmEnrollment');
    const send = button(element, VERIFY);
    send.focus();
    enter(element, SAMPLE.code);
    await untilText(element, message('button.busy'));
    send.click();
    field(element).form?.requestSubmit();
    expect(send.getAttribute('aria-disabled')).to.equal('true');
    expect(holdsKey(element)).to.equal(true);
    await expect(element).to.be.accessible();
    held.proceed();
    await untilText(element, LINKED);
    expect(backend.calls.filter(({ operation }) => operation === 'confirmEnrollment')).length(1);
  });
});
