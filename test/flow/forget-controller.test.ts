import { expect } from '@open-wc/testing';
import { ForgetController, type ForgetHost } from '../../src/flow/forget-controller.js';

const host: ForgetHost = {
  isConnected: true,
  updateComplete: Promise.resolve(true),
  addController: () => undefined,
  removeController: () => undefined,
  requestUpdate: () => undefined,
};

/** Leaves a text in the static properties of `RegExp`, as any match does. */
const match = (text: string) => expect(text).to.match(/(.+)/);

describe('the last match of a regular expression', () => {
  it('is forgotten when the element has rendered (C9)', () => {
    const controller = new ForgetController(host, () => undefined);
    match('012345');
    controller.hostUpdated();
    expect([RegExp.input, RegExp.lastMatch, RegExp.$1]).to.deep.equal(['', '', '']);
  });

  it('is forgotten with everything else, also what forgetting itself matched (C9, C10)', () => {
    const controller = new ForgetController(host, () => match('012345'));
    controller.hostConnected();
    window.dispatchEvent(new PageTransitionEvent('pagehide'));
    expect([RegExp.input, RegExp.lastMatch, RegExp.$1]).to.deep.equal(['', '', '']);
    controller.hostDisconnected();
  });
});
