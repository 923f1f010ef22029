import '../../../src/elements/recovery-code-list/mfa-recovery-code-list.js';
import { SecretWalk } from './secret-walk.js';
import { testWalks } from './walk-tag.js';

testWalks('mfa-recovery-code-list', 0.025, (random) =>
  SecretWalk.start('mfa-recovery-code-list', random),
);
