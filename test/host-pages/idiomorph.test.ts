import { testHostPage } from './host-page-tests.js';
import { idiomorph } from './libraries/idiomorph.js';

testHostPage(idiomorph);
