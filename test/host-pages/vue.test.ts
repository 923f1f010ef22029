import { testHostPage } from './host-page-tests.js';
import { vue } from './libraries/vue.js';

testHostPage(vue);
