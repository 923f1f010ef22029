import '../../../src/elements/login/mfa-login.js';
import { WALKED_FLOWS } from '../../flow/random-walk/walked-flows.js';
import { FlowElementWalk } from './flow-element-walk.js';
import { testWalks } from './walk-tag.js';

testWalks(
  'mfa-login',
  0.18,
  (random) => FlowElementWalk.start('mfa-login', random),
  Object.keys(WALKED_FLOWS.login.steps),
);
