import { testHostPage } from './host-page-tests.js';
import { solid } from './libraries/solid.js';

testHostPage(solid);
