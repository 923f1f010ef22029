import { expect } from '@open-wc/testing';
import { SAMPLE } from '../../../src/testing/index.js';
import { message } from '../../support/message.js';
import {
  announced,
  button,
  expectFocusOn,
  field,
  fill,
  show,
  untilText,
} from '../../support/page.js';
import { enter, holdsKey, LINKED, scanning, VERIFY } from './enrollment-page.js';

const pageEvent = (type: 'pagehide' | 'pageshow') =>
  window.dispatchEvent(new PageTransitionEvent(type, { persisted: true }));

describe('linking that is interrupted', () => {
  it('continues with one press after a lost connection, with the code that was typed', async () => {
    const { element, backend } = await scanning({ on: { confirmEnrollment: 'offline' } });
    enter(element, SAMPLE.code);
    const sentence = `${message('error.offline')} ${message('enrollment.offline.kept')}`;
    await untilText(element, sentence);
    expect(announced(element)).to.deep.equal([sentence]);
    expect(field(element).value).to.equal(SAMPLE.code);
    expect(holdsKey(element)).to.equal(true);
    delete backend.on.confirmEnrollment;
    button(element, VERIFY).click();
    await untilText(element, LINKED);
    expect(backend.calls.filter(({ operation }) => operation === 'startEnrollment')).length(1);
  });

  it('has the same key after a reload', async () => {
    const { element, backend } = await scanning();
    element.remove();
    const again = await show('mfa-enrollment', { backend });
    await untilText(again, message('enrollment.code.heading'));
    expect(holdsKey(again)).to.equal(true);
    enter(again, SAMPLE.code);
    await untilText(again, LINKED);
  });

  it('forgets everything when the page is left, and has the same key on return', async () => {
    const { element } = await scanning();
    const input = field(element);
    fill(input, '123');
    pageEvent('pagehide');
    await element.updateComplete;
    expect(holdsKey(element)).to.equal(false);
    expect(input.value).to.equal('');
    pageEvent('pageshow');
    await untilText(element, message('enrollment.code.heading'));
    expect(holdsKey(element)).to.equal(true);
    expectFocusOn(document.body);
  });

  it('forgets a code that was refused when the page is left', async () => {
    const { element, backend } = await scanning({ on: { confirmEnrollment: 'invalid-code' } });
    enter(element, '864209');
    await untilText(element, 'code');
    pageEvent('pagehide');
    await element.updateComplete;
    pageEvent('pageshow');
    await untilText(element, message('enrollment.code.heading'));
    expect(announced(element)).to.deep.equal([]);
    delete backend.on.confirmEnrollment;
    enter(element, SAMPLE.code);
    await untilText(element, LINKED);
  });
});
