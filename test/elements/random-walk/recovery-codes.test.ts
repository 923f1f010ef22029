import '../../../src/elements/recovery-codes/mfa-recovery-codes.js';
import { WALKED_FLOWS } from '../../flow/random-walk/walked-flows.js';
import { FlowElementWalk } from './flow-element-walk.js';
import { testWalks } from './walk-tag.js';

testWalks(
  'mfa-recovery-codes',
  0.18,
  (random) => FlowElementWalk.start('mfa-recovery-codes', random),
  Object.keys(WALKED_FLOWS.recoveryCodes.steps),
);
