import type { LoginElement } from '../../elements/login/login-element.js';
import { ChallengeHarness } from './challenge-harness.js';
import { EnrollmentHarness } from './enrollment-harness.js';
import { FlowHarness } from './flow-harness.js';

/** Drives an `mfa-login`: whatever is due after the password. */
export class LoginHarness extends FlowHarness<LoginElement> {
  static readonly tag = 'mfa-login';

  /** Linking an app, where that is due. */
  get enrollment(): EnrollmentHarness {
    return EnrollmentHarness.find(this.element);
  }

  /** The code, where that is due. */
  get challenge(): ChallengeHarness {
    return ChallengeHarness.find(this.element);
  }

  /** Which of the two is due; `undefined` until it is known, and when nothing is. */
  get due(): 'enrollment' | 'challenge' | undefined {
    if (this.element.querySelector('mfa-enrollment')) return 'enrollment';
    return this.element.querySelector('mfa-challenge') ? 'challenge' : undefined;
  }
}
