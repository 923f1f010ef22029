import '../../../src/elements/qr-code/mfa-qr-code.js';
import { SecretWalk } from './secret-walk.js';
import { testWalks } from './walk-tag.js';

testWalks('mfa-qr-code', 0.025, (random) => SecretWalk.start('mfa-qr-code', random));
