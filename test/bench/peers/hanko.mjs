// Hanko: registers all its elements.
import { register } from '@teamhanko/hanko-elements';

await register('http://127.0.0.1');
