import '../../../src/elements/enrollment/mfa-enrollment.js';
import { WALKED_FLOWS } from '../../flow/random-walk/walked-flows.js';
import { FlowElementWalk } from './flow-element-walk.js';
import { testWalks } from './walk-tag.js';

testWalks(
  'mfa-enrollment',
  0.18,
  (random) => FlowElementWalk.start('mfa-enrollment', random),
  // The reason of a refusal is there before the next act.
  Object.keys(WALKED_FLOWS.enrollment.steps).filter((step) => step !== 'diagnosing'),
);
