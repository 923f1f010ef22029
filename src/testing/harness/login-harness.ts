import type { LoginElement } from '../../elements/login/login-element.js';
import { ChallengeHarness } from './challenge-harness.js';
import { EnrollmentHarness } from './enrollment-harness.js';
import { FlowHarness } from './flow-harness.js';

/**
 * Drives an `mfa-login`, which shows the step that is due after the password.
 *
 * @example
 * ```ts
 * const login = LoginHarness.find();
 * await login.untilOffers('submit');
 * if (login.due === 'challenge') await login.challenge.enterCode('123456');
 * ```
 */
export class LoginHarness extends FlowHarness<LoginElement> {
  static readonly tag = 'mfa-login';

  /** The harness of the enrollment, if that is due. */
  get enrollment(): EnrollmentHarness {
    return EnrollmentHarness.find(this.element);
  }

  /** The harness of the challenge, if that is due. */
  get challenge(): ChallengeHarness {
    return ChallengeHarness.find(this.element);
  }

  /** The step that is due. `undefined` until that is known, and if none is. */
  get due(): 'enrollment' | 'challenge' | undefined {
    if (this.element.querySelector('mfa-enrollment')) return 'enrollment';
    return this.element.querySelector('mfa-challenge') ? 'challenge' : undefined;
  }
}
