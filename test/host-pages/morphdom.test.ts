import { testHostPage } from './host-page-tests.js';
import { morphdomPage } from './libraries/morphdom.js';

testHostPage(morphdomPage);
