import '../../../src/elements/text-field/mfa-text-field.js';
import { FieldWalk } from './field-walk.js';
import { testWalks } from './walk-tag.js';

testWalks('mfa-text-field', 0.025, (random) => FieldWalk.start('mfa-text-field', random));
