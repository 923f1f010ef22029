import { expect, fixture, html } from '@open-wc/testing';
import { MFA_ERROR_KINDS, MfaError, type MfaErrorKind } from '../../../../src/backend/mfa-error.js';
import { renderFailure } from '../../../../src/elements/shared/controls/render-failure.js';
import { message } from '../../../support/message.js';

const RETRY = message('failure.retry.action');
const SIGN_IN = message('failure.sign-in.action');

/** What a person finds: the heading, and the actions in their order. */
async function failure(kind: MfaErrorKind, signInUrl?: string) {
  const retry = { isWaiting: false, wait: undefined, run: () => undefined };
  const shown = await fixture(
    html`<div>${renderFailure(new MfaError(kind, ''), { signInUrl, retry })}</div>`,
  );
  const heading = shown.querySelector('h2')?.textContent.trim();
  const actions = [...shown.querySelectorAll('.actions > *')];
  return { heading, actions: actions.map(({ textContent }) => textContent.trim()) };
}

describe('a failure in place of a step', () => {
  const ENDED: readonly MfaErrorKind[] = ['signed-out', 'login-expired'];
  for (const kind of MFA_ERROR_KINDS) {
    const heading = ENDED.includes(kind)
      ? 'failure.signed-out.heading'
      : kind === 'unknown-outcome'
        ? 'failure.unknown.heading'
        : 'failure.heading';

    it(`has the heading "${heading}" after ${kind}`, async () => {
      expect((await failure(kind)).heading).to.equal(message(heading));
    });
  }

  it('leads to the sign-in page if that is what helps', async () => {
    for (const kind of [...ENDED, 'already-linked', 'step-up-required'] as const) {
      expect((await failure(kind, '/inloggen')).actions).to.deep.equal([SIGN_IN]);
    }
  });

  it('also offers the sign-in page after a response that says nothing: the session may be over (D2)', async () => {
    expect((await failure('unexpected', '/inloggen')).actions).to.deep.equal([RETRY, SIGN_IN]);
    expect((await failure('unexpected')).actions).to.deep.equal([RETRY]);
    expect((await failure('unavailable', '/inloggen')).actions).to.deep.equal([RETRY]);
  });
});
