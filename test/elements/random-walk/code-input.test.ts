import '../../../src/elements/code-input/mfa-code-input.js';
import { FieldWalk } from './field-walk.js';
import { testWalks } from './walk-tag.js';

testWalks('mfa-code-input', 0.025, (random) => FieldWalk.start('mfa-code-input', random));
