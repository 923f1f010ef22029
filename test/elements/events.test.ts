import { expect } from '@open-wc/testing';
import {
  MfaEnrolledEvent,
  MfaEnrollmentClosedEvent,
  MfaErrorEvent,
  MfaNavigateEvent,
  MfaRecoveryCodesChangedEvent,
  MfaUnlinkedEvent,
  MfaVerifiedEvent,
} from '../../src/elements/events.js';
import { SAMPLE } from '../../src/testing/index.js';

describe('the public events', () => {
  for (const [event, type, keys] of [
    [new MfaEnrolledEvent(SAMPLE.authenticator), 'mfa-enrolled', ['authenticator']],
    [new MfaVerifiedEvent({}), 'mfa-verified', ['result']],
    [new MfaUnlinkedEvent('app-1'), 'mfa-unlinked', ['id']],
    [new MfaRecoveryCodesChangedEvent(), 'mfa-recovery-codes-changed', []],
    [new MfaEnrollmentClosedEvent(true), 'mfa-enrollment-closed', ['linked']],
    [new MfaErrorEvent('offline', 'verify'), 'mfa-error', ['kind', 'operation']],
    [new MfaNavigateEvent('https://portaal.example/'), 'mfa-navigate', ['url']],
  ] as const) {
    it(`${type} reaches the page with ${keys.join(' and ') || 'nothing'}, frozen`, () => {
      expect(event.type).to.equal(type);
      expect(Object.keys(event.detail)).to.deep.equal(keys);
      expect(Object.isFrozen(event.detail)).to.equal(true);
      expect(event.bubbles && event.composed).to.equal(true);
      expect(event.cancelable).to.equal(type === 'mfa-navigate');
    });
  }

  it('contain only the known fields of what a backend returned (C2)', () => {
    const more = { token: 'geheim', secret: 'geheim' };
    const { authenticator } = new MfaEnrolledEvent({ ...SAMPLE.authenticator, ...more }).detail;
    expect(authenticator).to.deep.equal(SAMPLE.authenticator);
    const { result } = new MfaVerifiedEvent({ redirectTo: '/', ...more }).detail;
    expect(result).to.deep.equal({ redirectTo: '/' });
  });

  it('cannot be used to change what the element continues with', () => {
    const given = { ...SAMPLE.authenticator };
    const { authenticator } = new MfaEnrolledEvent(given).detail;
    expect(() => Object.assign(authenticator, { name: 'Anders' })).to.throw(TypeError);
    expect(given.name).to.equal(SAMPLE.authenticator.name);
  });
});
