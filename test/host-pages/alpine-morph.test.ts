import { testHostPage } from './host-page-tests.js';
import { alpineMorph } from './libraries/alpine-morph.js';

testHostPage(alpineMorph);
