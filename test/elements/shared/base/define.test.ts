import { expect } from '@open-wc/testing';
import { define, foreignPart } from '../../../../src/elements/shared/base/define.js';
import { ConsoleRecorder } from '../../../support/console-recorder.js';

describe('define', () => {
  let logged: ConsoleRecorder;
  beforeEach(() => (logged = new ConsoleRecorder()));
  afterEach(() => logged.stop());

  it('keeps the first class if the library is loaded twice, and says so once', () => {
    class First extends HTMLElement {}
    class Second extends HTMLElement {}
    class Third extends HTMLElement {}
    define('mfa-defined-twice', First);
    expect(logged.messages).to.deep.equal([]);
    define('mfa-defined-twice', Second);
    define('mfa-defined-twice', Third);
    expect(customElements.get('mfa-defined-twice')).to.equal(First);
    expect(logged.messages).to.have.length(1);
    expect(logged.messages[0]).to.match(/^mfa-elements is on this page twice: version \d/);
  });

  it('says that another script has defined the name, and which element needs it (C44)', () => {
    customElements.define('mfa-foreign', class extends HTMLElement {});
    define('mfa-foreign', class extends HTMLElement {});
    expect(logged.messages).to.have.length(1);
    expect(logged.messages[0]).to.match(/^<mfa-foreign>: Another script on this page/);
    define('mfa-whole', class extends HTMLElement {}, ['mfa-part', 'mfa-foreign']);
    expect(foreignPart('mfa-whole')).to.equal('mfa-foreign');
  });

  it('counts a class that the page derives from ours as ours', () => {
    class Ours extends HTMLElement {}
    define('mfa-ours', Ours);
    customElements.define('mfa-derived', class extends Ours {});
    define('mfa-whole-2', class extends HTMLElement {}, ['mfa-derived']);
    expect(foreignPart('mfa-whole-2')).to.equal(undefined);
  });
});
