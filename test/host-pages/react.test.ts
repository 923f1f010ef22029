import { testHostPage } from './host-page-tests.js';
import { react } from './libraries/react.js';

testHostPage(react);
