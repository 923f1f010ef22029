import { expect } from '@open-wc/testing';
import { SAMPLE } from '../../../src/testing/index.js';
import { message } from '../../support/message.js';
import {
  announced,
  button,
  expectFocusOn,
  field,
  fill,
  text,
  until,
  untilFocused,
  untilText,
} from '../../support/page.js';
import {
  asked,
  BIN,
  CANCEL,
  listed,
  openDialog,
  operations,
  otherTab,
  OTHER,
  PENCIL,
  REMOVE,
  THIRD,
} from './authenticators-page.js';

const UPDATED = message('authenticators.changed-elsewhere');
const requests = (backend: { calls: readonly { operation: string }[] }) =>
  operations(backend.calls).slice(1);

/** Returns to the page after some seconds. */
function comeBack(seconds = 6): void {
  const passed = performance.now() + seconds * 1000;
  performance.now = () => passed;
  document.dispatchEvent(new Event('visibilitychange'));
}

afterEach(() => {
  Reflect.deleteProperty(performance, 'now');
});

describe('a change in another tab or on another device', () => {
  it('is noticed on return, announced once, and moves neither focus nor scroll', async () => {
    const { element, backend } = await listed({ authenticators: [SAMPLE.authenticator, OTHER] });
    const bin = button(element, message('authenticators.unlink.label', OTHER.name));
    bin.focus();
    const held = backend.hold('listAuthenticators');
    comeBack();
    await held.called;
    await element.updateComplete;
    expect(text(element)).to.include(SAMPLE.authenticator.name);
    expect(announced(element)).to.deep.equal([]);
    held.settle([OTHER, THIRD]);
    await untilText(element, UPDATED);
    expect(announced(element)).to.deep.equal([UPDATED]);
    expectFocusOn(bin);
    expect(text(element)).to.include(THIRD.name);
    expect(text(element)).not.to.include(SAMPLE.authenticator.name);
    await expect(element).to.be.accessible();
  });

  it('moves the focus to the next bin if the row that had it is gone', async () => {
    const { element, backend } = await listed({ authenticators: [SAMPLE.authenticator, OTHER] });
    button(element, BIN).focus();
    backend.on.listAuthenticators = [OTHER];
    comeBack();
    await untilText(element, UPDATED);
    expectFocusOn(button(element, message('authenticators.unlink.label', OTHER.name)));
  });

  it('is not requested within some seconds, and nothing is announced if there is none', async () => {
    const { element, backend } = await listed();
    comeBack(1);
    expect(requests(backend)).to.deep.equal([]);
    comeBack(6);
    await until(() => requests(backend).length === 1, 'the list is not read again');
    await element.updateComplete;
    expect(announced(element)).to.deep.equal([]);
    expectFocusOn(document.body);
  });

  it('is also requested when the window gets the focus', async () => {
    const { backend } = await listed();
    const passed = performance.now() + 6000;
    performance.now = () => passed;
    window.dispatchEvent(new Event('focus'));
    await until(() => requests(backend).length === 1, 'the list is not read again');
  });

  it('is noticed at once when the other tab reports it, and again if it reports another meanwhile', async () => {
    const { element, backend } = await listed();
    const tab = otherTab();
    const held = backend.hold('listAuthenticators');
    tab.tell();
    await held.called;
    backend.on.listAuthenticators = [SAMPLE.authenticator, OTHER];
    tab.tell();
    const late = otherTab();
    late.tell();
    held.settle([SAMPLE.authenticator]);
    await untilText(element, OTHER.name);
    expect(announced(element)).to.deep.equal([UPDATED]);
  });

  it('waits until the person is done with the dialog', async () => {
    const { element, backend } = await asked();
    backend.on.listAuthenticators = [SAMPLE.authenticator, OTHER];
    comeBack();
    await element.updateComplete;
    expect(requests(backend)).to.deep.equal([]);
    expect(openDialog(element)).not.to.equal(undefined);
    button(element, CANCEL).click();
    await untilText(element, UPDATED);
    expectFocusOn(button(element, BIN));
  });

  it('waits until the person is done with a name', async () => {
    const { element, backend } = await listed();
    button(element, PENCIL).click();
    await until(() => element.querySelector('input') !== null, 'no field');
    fill(field(element), 'Werktelefoon');
    comeBack();
    await element.updateComplete;
    expect(requests(backend)).to.deep.equal([]);
    expect(field(element).value).to.equal('Werktelefoon');
  });

  it('is dropped for what the person does meanwhile', async () => {
    const { element, backend } = await listed();
    const held = backend.hold('listAuthenticators');
    comeBack();
    const { signal } = await held.called;
    button(element, BIN).click();
    await untilText(element, REMOVE);
    expect(signal?.aborted).to.equal(true);
    held.settle([]);
    await element.updateComplete;
    expect(text(element)).to.include(SAMPLE.authenticator.name);
  });

  it('leaves the list as it is when looking fails, and the focus where it is when signed out', async () => {
    const { element, backend } = await listed();
    backend.on.listAuthenticators = 'offline';
    comeBack();
    await until(() => requests(backend).length === 1, 'the list is not read again');
    await element.updateComplete;
    expect(announced(element)).to.deep.equal([]);
    button(element, PENCIL).click();
    await until(() => element.querySelector('input') !== null, 'no field');
    button(element, CANCEL).click();
    await untilFocused(() => button(element, PENCIL));
    const elsewhere = document.createElement('input');
    document.body.append(elsewhere);
    elsewhere.focus();
    backend.on.listAuthenticators = 'signed-out';
    comeBack(12);
    await untilText(element, message('error.signed-out'));
    expectFocusOn(elsewhere);
    elsewhere.remove();
  });

  it('is reported to other tabs without any data', async () => {
    const { element } = await asked();
    const { heard } = otherTab();
    button(element, REMOVE).click();
    await until(() => heard.length > 0, 'the other tab hears nothing');
    expect(heard).to.deep.equal(['changed']);
  });
});
