import { expect } from '@open-wc/testing';
import { define } from '../../../../src/elements/shared/base/define.js';

describe('define', () => {
  it('keeps the first class if the library is loaded twice', () => {
    class First extends HTMLElement {}
    class Second extends HTMLElement {}
    define('mfa-defined-twice', First);
    define('mfa-defined-twice', Second);
    expect(customElements.get('mfa-defined-twice')).to.equal(First);
  });
});
