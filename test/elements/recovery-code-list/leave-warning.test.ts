import { expect } from '@open-wc/testing';
import { LitElement } from 'lit';
import { LeaveWarning } from '../../../src/elements/recovery-code-list/leave-warning.js';

class Losing extends LitElement {
  readonly warning = new LeaveWarning(this);
}
customElements.define('test-losing', Losing);

/** Returns true if the browser would ask for confirmation before the page is left. */
function asks(): boolean {
  const event = new Event('beforeunload', { cancelable: true });
  window.dispatchEvent(event);
  return event.defaultPrevented;
}

describe('the warning before leaving', () => {
  let element: Losing;
  beforeEach(() => {
    element = new Losing();
    document.body.append(element);
  });
  afterEach(() => {
    element.remove();
  });

  it('is shown only while there is something to lose', () => {
    expect(asks()).to.equal(false);
    element.warning.toggle(true);
    expect(asks()).to.equal(true);
    element.warning.toggle(true);
    element.warning.toggle(false);
    expect(asks()).to.equal(false);
  });

  it('is not shown for an element that is out of the page, and again once it is back', () => {
    element.warning.toggle(true);
    element.remove();
    expect(asks()).to.equal(false);
    document.body.append(element);
    expect(asks()).to.equal(true);
  });
});
