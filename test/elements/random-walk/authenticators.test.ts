import '../../../src/elements/authenticators/mfa-authenticators.js';
import { WALKED_FLOWS } from '../../flow/random-walk/walked-flows.js';
import { FlowElementWalk } from './flow-element-walk.js';
import { testWalks } from './walk-tag.js';

testWalks(
  'mfa-authenticators',
  0.18,
  (random) => FlowElementWalk.start('mfa-authenticators', random),
  Object.keys(WALKED_FLOWS.authenticators.steps),
);
