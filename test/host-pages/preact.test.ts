import { testHostPage } from './host-page-tests.js';
import { preact } from './libraries/preact.js';

testHostPage(preact);
