import { expect } from '@open-wc/testing';
import { MFA_ERROR_KINDS, MfaError, type MfaErrorKind } from '../../src/backend/mfa-error.js';
import {
  isRefusal,
  notDone,
  unknownOutcome,
  withoutDoubt,
} from '../../src/backend/unknown-outcome.js';

const KEPT_KINDS = ['redirect-required', 'unknown-outcome'];

describe('a request without a response that decides (C49)', () => {
  for (const kind of MFA_ERROR_KINDS) {
    const cause = new MfaError(kind, 'Why.', { status: 500 });

    it(`is ${kind} if it changes nothing`, () => {
      expect(unknownOutcome('status', cause)).to.equal(cause);
      expect(unknownOutcome('listAuthenticators', cause)).to.equal(cause);
    });

    if (KEPT_KINDS.includes(kind)) {
      it(`is ${kind} if it is a change too: it has not begun, or is said already`, () => {
        expect(unknownOutcome('verify', cause)).to.equal(cause);
      });
    } else {
      it(`has an unknown outcome if it is a change, and is ${kind} if that was not made`, () => {
        const error = unknownOutcome('verify', cause);
        expect(error.kind).to.equal('unknown-outcome');
        expect(error.message).to.equal('Why. Whether verify was done is unknown.');
        expect(error.facts).to.deep.equal(cause.facts);
        expect(withoutDoubt(error)).to.equal(cause);
      });
    }
  }

  it('is a mistake of the page if it may be repeated without harm', () => {
    const cause = new MfaError('misconfigured', 'Why.');
    expect(unknownOutcome('startEnrollment', cause)).to.equal(cause);
    const timeout = new MfaError('timeout', 'Why.');
    expect(unknownOutcome('startEnrollment', timeout).kind).to.equal('unknown-outcome');
  });
});

describe('an error that a page names', () => {
  for (const kind of MFA_ERROR_KINDS) {
    const mayBeDone = ['timeout', 'unavailable', 'unexpected', 'unknown-outcome'].includes(kind);

    it(`of kind ${kind} says ${mayBeDone ? 'only with a status of 400 to 499' : 'with any status'} that a change was not made`, () => {
      const refusals = [undefined, 399, 400, 499, 500].filter((status) =>
        isRefusal(new MfaError(kind, '', { status })),
      );
      expect(refusals).to.deep.equal(mayBeDone ? [400, 499] : [undefined, 399, 400, 499, 500]);
    });
  }
});

describe('an error without its doubt', () => {
  it('is the error itself if it has none', () => {
    const error = new MfaError('invalid-code', '');
    expect(withoutDoubt(error)).to.equal(error);
    expect(notDone(error)).to.equal(error);
  });

  it('is that the server could not be reached, if a custom backend gives no cause', () => {
    const error = withoutDoubt(new MfaError('unknown-outcome', 'Why.', { status: 500 }));
    expect(error).to.include({ kind: 'unavailable', message: 'Why.' });
    expect(error.facts).to.deep.equal({ status: 500 });
  });

  const lost = (kind: MfaErrorKind, facts: object) =>
    new MfaError('unknown-outcome', '', {}, new MfaError(kind, 'Why.', facts));

  for (const kind of ['unavailable', 'offline'] as const) {
    it(`is not that the server cannot be reached (${kind}), once that has said that nothing was done`, () => {
      const error = notDone(lost(kind, { status: 502 }));
      expect(error).to.include({ kind: 'unexpected', message: 'Why.' });
      expect(error.facts).to.deep.equal({ status: 502 });
    });
  }

  it('keeps the wait that the server asks for', () => {
    expect(notDone(lost('unavailable', { retryAfter: 5 })).kind).to.equal('unavailable');
  });
});
