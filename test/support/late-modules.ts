import { loadEnrollmentReader } from '../../src/backend/results/load-enrollment-reader.js';
import { lazyRecovery } from '../../src/elements/challenge/lazy-recovery.js';
import { lazyEnrollment } from '../../src/elements/enrollment/lazy-enrollment.js';
import { lazyRecoveryCodeList } from '../../src/elements/recovery-code-list/lazy-recovery-code-list.js';

const enrollmentResult = { load: loadEnrollmentReader };

/** The modules that an element loads while it is in use. */
const LATE = {
  'mfa-challenge': [lazyRecovery],
  'mfa-login': [lazyRecovery, lazyEnrollment, lazyRecoveryCodeList, enrollmentResult],
  'mfa-enrollment': [lazyRecoveryCodeList, enrollmentResult],
  'mfa-recovery-codes': [lazyRecoveryCodeList],
  'mfa-authenticators': [lazyEnrollment, lazyRecoveryCodeList, enrollmentResult],
};

/** Loads what an element of this tag loads later, as on a page that has been idle for a moment. */
export async function loadLateModules(tag: string): Promise<void> {
  const modules = Object.hasOwn(LATE, tag) ? LATE[tag as keyof typeof LATE] : [];
  await Promise.all(modules.map((module) => module.load()));
}
