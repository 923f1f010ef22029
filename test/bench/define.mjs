// What a page imports, for its side effect: a bundler leaves out the exports, which the page does not use.
import '../../dist/esm/define.js';
