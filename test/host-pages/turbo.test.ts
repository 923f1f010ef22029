import { testHostPage, testReplacedPage } from './host-page-tests.js';
import { turboBack, turboMorph, turboVisit } from './libraries/turbo.js';

testHostPage(turboMorph);
testReplacedPage(turboVisit);
testReplacedPage(turboBack);
