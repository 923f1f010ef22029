import { testHostPage, testReplacedPage } from './host-page-tests.js';
import { htmxInner, htmxIntoElement, htmxMorph, htmxOuter } from './libraries/htmx.js';

testHostPage(htmxMorph);
testHostPage(htmxIntoElement);
testReplacedPage(htmxInner);
testReplacedPage(htmxOuter);
