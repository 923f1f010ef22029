import { expect } from '@open-wc/testing';
import { LitElement } from 'lit';
import { AppReturnController } from '../../../src/elements/enrollment/app-return-controller.js';

class Visiting extends LitElement {
  returns = 0;
  readonly visit = new AppReturnController(this, () => (this.returns += 1));
}
customElements.define('test-visiting', Visiting);

describe('a visit to the app', () => {
  /** Presses the link, and returns to this page after `meanwhile`. */
  const returnsAfter = (meanwhile: (element: Visiting) => void): number => {
    const element = new Visiting();
    document.body.append(element);
    const link = element.renderRoot.appendChild(document.createElement('a'));
    link.addEventListener('click', element.visit.begin);
    link.click();
    meanwhile(element);
    document.dispatchEvent(new Event('visibilitychange'));
    document.dispatchEvent(new Event('visibilitychange'));
    element.remove();
    return element.returns;
  };

  it('ends once, when the page shows again', () => {
    expect(returnsAfter(() => undefined)).to.equal(1);
  });

  it('ends with its step, and drops the link, which contains the secret (C9)', () => {
    expect(returnsAfter(({ visit }) => visit.end())).to.equal(0);
  });
});
