import { expect } from '@open-wc/testing';
import { accented, mirrored } from '../../stories/message-inspector/pseudo-locales.js';

describe('the pseudo-locale en-XA', () => {
  it('accents every letter, keeps it readable, and puts it between brackets', () => {
    expect(accented('Verify code')).to.equal('⟦Ṽééŕîîƒý çööðéé⟧');
  });

  it('makes English about 40 % longer', () => {
    const english =
      'With a recovery code you can sign in when you have lost your phone. Each code works once.';
    expect(accented(english).length / english.length).to.be.within(1.3, 1.5);
  });

  it('does not change or move a value', () => {
    expect(accented('The link with {0} ({1})')).to.equal('⟦Ţĥéé ļîîñķ ŵîîţĥ {0} ({1})⟧');
  });

  it('changes every letter of English', () => {
    expect(accented('abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ')).not.to.match(/[a-z]/i);
  });
});

describe('the pseudo-locale ar-XB', () => {
  it('writes from right to left, between brackets', () => {
    expect(mirrored('Cancel')).to.equal('⟦\u202ECancel\u202C⟧');
  });

  it('does not reverse a value', () => {
    expect(mirrored('Made on {0}.')).to.equal('⟦\u202EMade on \u202C{0}\u202E.\u202C⟧');
  });

  it('allows a text to start with a value', () => {
    expect(mirrored('{0} has been linked.')).to.equal('⟦{0}\u202E has been linked.\u202C⟧');
  });
});
