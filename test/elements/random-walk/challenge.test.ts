import '../../../src/elements/challenge/mfa-challenge.js';
import { WALKED_FLOWS } from '../../flow/random-walk/walked-flows.js';
import { FlowElementWalk } from './flow-element-walk.js';
import { testWalks } from './walk-tag.js';

testWalks(
  'mfa-challenge',
  0.18,
  (random) => FlowElementWalk.start('mfa-challenge', random),
  Object.keys(WALKED_FLOWS.challenge.steps),
);
