import { expect } from '@open-wc/testing';
import { saysFailure, type Asked } from '../../../src/backend/results/says-failure.js';

const ASKED: readonly Asked[] = ['read', 'change', 'proof'];

/** What was asked, if an object says that it failed. */
const failsAs = (said: unknown) => ASKED.filter((asked) => saysFailure(said, asked));
const text = (said: unknown) => JSON.stringify(said);

class Refused {
  readonly #isDone = false;
  get ok(): boolean {
    return this.#isDone;
  }
}
class StillRefused extends Refused {}

class Done {
  get error(): never {
    throw new Error('It has no error.');
  }
}

describe('an object says that it failed', () => {
  for (const said of [
    { success: false },
    { success: 0 },
    { success: '0' },
    { Success: 'False' },
    { succeeded: 'no' },
    { successful: false },
    { isSuccess: false },
    { is_success: false },
    { ok: 0 },
    { OK: ' FALSE ' },
    { error: 'invalid_code' },
    { error: true },
    { error: 1 },
    { error: { code: 1 } },
    { isError: true },
    { hasErrors: true },
    { errors: ['wrong'] },
    { errors: { code: 'wrong' } },
    { errors: [{ message: 'wrong' }] },
    { error: { code: 0, details: { code: ['wrong'] } } },
    { status: 'ERROR' },
    { status: 'failed' },
    { status: 400 },
    { status: '401' },
    { status: 599 },
    { errorMessage: 'Task timed out after 3.00 seconds', errorType: 'Sandbox.Timedout' },
  ]) {
    it(`of anything: ${text(said)}`, () => expect(failsAs(said)).to.deep.equal(ASKED));
  }

  for (const said of [
    { status: false },
    { status: 'false' },
    { status: 'unauthorized' },
    { status: 'Unauthenticated' },
    { status: 'rejected', reason: {} },
    { status: 'Forbidden' },
    { status: ' Invalid ' },
    { status: 'denied' },
    { result: false },
    { result: 'error' },
    { statusCode: 401 },
    { status_code: '422' },
    { data: { success: false } },
    { status: 200, data: { ok: 'False' } },
    { data: { verify: { success: false } } },
    { data: { success: false, id: 'a' } },
    { Result: { success: false } },
    { status: 'INVALID_TOTP_ERROR', currentNumberOfFailedAttempts: 1 },
    { status: 'LIMIT_REACHED_ERROR', retryAfterMs: 900000 },
    { status: 'OTP2_ERROR' },
    { result: 'TOTP_ERROR' },
    { data: false },
    { status: 200, data: false },
    { data: { verifyTotp: false } },
    { data: { verified: false } },
    { data: { verify: { verified: false } } },
    { result: { accepted: false } },
  ]) {
    it(`of a change: ${text(said)}`, () => {
      expect(failsAs(said)).to.deep.equal(['change', 'proof']);
    });
  }

  for (const said of [
    { verified: false },
    { Valid: 'false' },
    { isValid: false },
    { authenticated: false },
    { isAuthenticated: 0 },
    { authorized: false },
    { isSignedIn: false, nextStep: { signInStep: 'CONFIRM_SIGN_IN_WITH_TOTP_CODE' } },
    { signedIn: false },
    { logged_in: 'false' },
    { isLoggedIn: 0 },
  ]) {
    it(`of a proof: ${text(said)}`, () => expect(failsAs(said)).to.deep.equal(['proof']));
  }

  for (const [what, said] of Object.entries({
    'in a getter of its class': new Refused(),
    'in a getter of the class of its class': new StillRefused(),
    'in a member that is not enumerable': Object.defineProperty({}, 'success', { value: false }),
    'with an error that has no enumerable members': { error: new Error('wrong') },
  })) {
    it(what, () => expect(failsAs(said)).to.deep.equal(ASKED));
  }
});

describe('an object says nothing of a failure', () => {
  for (const said of [
    {},
    { success: true },
    { success: null },
    { ok: 1, status: 'ok' },
    { status: 'success', data: null },
    { status: 0 },
    { status: 399 },
    { status: 'pending' },
    { status: '2026-11-30' },
    { status: {} },
    { status: 600 },
    { status: 1404 },
    { status: 4000 },
    { status: 1000 },
    { status: '20000' },
    { status: 'error_free' },
    { status: 'not_invalid' },
    { status: 'no error' },
    { status: 'invalid_attempts_reset' },
    { status: 'refused: 0' },
    { statusCode: 1000 },
    { result: 'no_failure' },
    { code: 200 },
    { code: 20000 },
    { id: '1', code: '512' },
    { code: '401234' },
    { code: 0, message: 'Success' },
    { result: 0 },
    { result: { id: 'a' } },
    { data: null },
    { data: [{ success: false }] },
    { data: { user: { verified: false }, token: 't' } },
    { data: { user: { status: 410 } } },
    { data: { status: 'failed', error: 'The last backup failed.' } },
    { data: { device: { ok: 0, name: 'x' } } },
    { data: { device: { success: false }, user: {} } },
    { okHas: false },
    { data: '', status: 204, statusText: 'No Content', config: {} },
    { user: { success: false } },
    { error: null },
    { error: '' },
    { error: {} },
    { errors: {} },
    { errors: [] },
    { errors: [null] },
    { errors: [{}, ''] },
    { errors: { code: [] } },
    { error: { code: 0, message: '' } },
    { error: 'No error' },
    { error: 'NO_ERROR' },
    { error: 'noerror' },
    { error: 'NA' },
    { error: 'N/A' },
    { error: 0 },
    { error: 'false' },
    { error: 'None' },
    { errorCode: '0000', errorMessage: 'Success' },
    { errorCode: 200, errorMessage: 'No error' },
    { errorCode: 'E0000', errorMessage: 'N/A' },
    { hasErrors: false },
    { errorType: 'None' },
    { errorType: '', errorMessage: null },
    { status: 'NO_ERROR' },
    { status: 'SUCCESS_NO_ERROR' },
    { result: 'WITHOUT_ERROR' },
    { status: 'TOTP_ERROR_FIXED' },
    { status: 'totp_error' },
    { status: 'lastERROR' },
    { status: '_ERROR' },
    { status: ['TOTP_ERROR'] },
    { user: false },
    { user: { verified: false } },
    { data: 0 },
    { data: [false] },
    { data: {} },
    { data: { verify: [false] } },
    { data: { verify: {} } },
    { data: { remembered: false, id: 'a' } },
    { data: { device: { remembered: false, id: 'a' } } },
    { data: { a: { b: { c: false } } } },
    { data: { verifyTotp: null } },
    { data: { error: false } },
    { data: { verify: { hasFailed: false } } },
    { data: { isLocked: false } },
    { data: { mfaPending: false } },
    { data: { codeRequired: false } },
    { issuer: 'Site', falsehood: false },
  ]) {
    it(text(said), () => expect(failsAs(said)).to.be.empty);
  }

  for (const [what, said] of Object.entries({
    'that has a method with such a name': { error: () => 'why', ok: () => false },
    'that is no object': 'false',
    'that is nothing': null,
    'that has a getter that throws': new Done(),
    'that holds itself': (() => {
      const said: { data?: unknown } = {};
      said.data = said;
      return said;
    })(),
  })) {
    it(what, () => expect(failsAs(said)).to.be.empty);
  }
});
