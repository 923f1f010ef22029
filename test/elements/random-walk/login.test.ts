import '../../../src/elements/login/mfa-login.js';
import { WALKED_FLOWS } from '../../flow/random-walk/walked-flows.js';
import { FlowElementWalk } from './flow-element-walk.js';
import { testWalks } from './walk-tag.js';

// `linked` needs a code of unknown outcome that had linked the app, which few walks come across.
const STEPS = Object.keys(WALKED_FLOWS.login.steps).filter((step) => step !== 'linked');

testWalks('mfa-login', 0.18, (random) => FlowElementWalk.start('mfa-login', random), STEPS);
