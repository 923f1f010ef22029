// Runs browser tests of code that renders nothing in this process: a file is bundled once, and may be evaluated
// many times. A browser takes seconds for what this does in milliseconds.
import { createRequire } from 'node:module';
import { performance } from 'node:perf_hooks';
// The real ones, also while a test has its own.
import { clearTimeout, setTimeout } from 'node:timers';
import { Script } from 'node:vm';
import * as chai from 'chai';
import { build } from 'esbuild';
import { filesUnder } from '../tools/test-files.mjs';

/** The folders of src/ and test/ that are measured. */
export const FOLDERS = ['backend', 'flow', 'otp'];

/** Matches the code that is measured: presets are data, and each is tested against its own recordings. */
export const MEASURED = /^src\/(backend|flow|otp)\/(?!presets\/).*\.ts$/;

/** Tests of these folders that run only in a browser, with the reason. */
const IN_BROWSER_ONLY = {
  'test/backend/operations.test.ts': 'compares the operations with the elements',
  'test/backend/polluted-prototype.test.ts': "Node's own Request reads inherited members",
  'test/backend/http/random-responses.test.ts':
    'takes minutes, and reaches nothing that others do not',
  'test/flow/random-walk/random-walk.test.ts': 'takes long, and asks the browser for its length',
};

/** Matches the tests of thousands of random cases. They reach nothing that others do not, and take longest. */
const OF_THOUSANDS = /ten thousand|10,000|1,000|by chance|never more than the skew/;

/** How long a test may take, in ms, unless the caller says otherwise. */
const PATIENCE = 60_000;

/** A test took longer than it may. */
export class Late extends Error {}

/** The events of the page. They are Node's, because a page of jsdom knows only its own AbortSignal. */
let events = new EventTarget();

/** Gives Node the few names of a page that the code reads. The page is made at the first one. */
function installPage() {
  let page;
  const ofPage = (name) => {
    const { JSDOM } = createRequire(import.meta.url)('jsdom');
    page ??= new JSDOM('', { url: 'https://pagina.example/' }).window;
    return page[name];
  };
  const define = (name, descriptor) =>
    Object.defineProperty(globalThis, name, { configurable: true, ...descriptor });
  for (const name of ['document', 'location', 'HTMLInputElement']) {
    define(name, { get: () => ofPage(name) });
  }
  for (const name of ['addEventListener', 'removeEventListener', 'dispatchEvent']) {
    define(name, { value: (...given) => events[name](...given) });
  }
  define('PageTransitionEvent', { value: class extends Event {} });
  define('window', { value: globalThis });
  define('navigator', { value: { onLine: true } });
}

/** Resolves the assertions of the browser tests to the chai of this process. */
const ourChai = {
  name: 'our-chai',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^@open-wc\/testing$/ }, () => ({ path: 'chai', namespace: 'ours' }));
    onLoad({ filter: /./, namespace: 'ours' }, () => ({
      contents: 'module.exports = globalThis.chai',
    }));
  },
};

/**
 * A test file with all that it imports.
 *
 * @typedef {{ name: string, script: Script, imports: readonly string[] }} TestFile
 */

/**
 * Bundles the tests, each file on its own.
 *
 * @param {import('esbuild').Plugin[]} plugins change the code on its way
 * @returns {Promise<TestFile[]>}
 */
export async function loadTests(...plugins) {
  installPage();
  const names = FOLDERS.flatMap((folder) => filesUnder(`test/${folder}`, /\.test\.ts$/)).filter(
    (name) => !Object.hasOwn(IN_BROWSER_ONLY, name),
  );
  const { outputFiles, metafile } = await build({
    // Stryker's copy of the project, if this runs there: esbuild itself looks only when it is imported.
    absWorkingDir: process.cwd(),
    entryPoints: names,
    outdir: 'bundled',
    outbase: '.',
    bundle: true,
    write: false,
    metafile: true,
    format: 'iife',
    target: 'node20',
    plugins: [ourChai, ...plugins],
  });
  const outputs = Object.entries(metafile.outputs);
  return outputs.flatMap(([, { entryPoint, inputs }], index) => ({
    name: entryPoint,
    script: new Script(outputFiles[index].text, { filename: entryPoint }),
    imports: Object.keys(inputs),
  }));
}

/**
 * Evaluates a test file, which registers its tests.
 *
 * @param {TestFile} file
 */
export function testsOf({ name: file, script }) {
  const tests = [];
  const newSuite = (path, outer) => ({
    path,
    outer,
    before: [],
    after: [],
    beforeEach: [],
    afterEach: [],
  });
  let suite = newSuite([file]);
  /** A suite or a test, which may ask for more time. */
  const mocha = { timeout: () => mocha };
  const hook = (when) => (run) => suite[when].push(run);
  Object.assign(globalThis, {
    chai,
    describe(title, define) {
      const outer = suite;
      suite = newSuite([...outer.path, title], outer);
      define.call(mocha);
      suite = outer;
      return mocha;
    },
    it(title, run) {
      tests.push({ name: [...suite.path, title].join(' > '), suite, run: () => run.call(mocha) });
      return mocha;
    },
    before: hook('before'),
    after: hook('after'),
    beforeEach: hook('beforeEach'),
    afterEach: hook('afterEach'),
  });
  script.runInThisContext();
  return tests.filter(({ name }) => !OF_THOUSANDS.test(name));
}

/** The suites that a test is in, the outermost first. */
function suitesOf({ suite }) {
  const suites = [];
  for (let each = suite; each; each = each.outer) suites.unshift(each);
  return suites;
}

const inTime = (promise, patience) =>
  new Promise((resolve, reject) => {
    const limit = setTimeout(() => reject(new Late('It waits in vain.')), patience);
    promise.then(resolve, reject).finally(() => clearTimeout(limit));
  });

/** Calls every function, one after the other. */
async function callAll(functions) {
  for (const call of functions) await call();
}

/**
 * Runs tests of one file.
 *
 * @param {ReturnType<typeof testsOf>} tests
 * @param {(test: { name: string }) => void} started is called before each test
 * @param {(test: { name: string }) => number} patienceFor how long a test may take, in ms
 */
export async function* runTests(tests, started = () => undefined, patienceFor = () => PATIENCE) {
  const open = new Set();
  const runOne = async (test) => {
    const suites = suitesOf(test);
    for (const suite of suites) {
      if (!open.has(suite)) await callAll(suite.before);
      open.add(suite);
    }
    try {
      await callAll(suites.flatMap(({ beforeEach }) => beforeEach));
      await test.run();
    } finally {
      await callAll(suites.flatMap(({ afterEach }) => afterEach));
    }
  };
  try {
    for (const test of tests) {
      const begin = performance.now();
      started(test);
      const error = await inTime(runOne(test), patienceFor(test)).then(
        () => undefined,
        (thrown) => (thrown instanceof Error ? thrown : new Error(String(thrown))),
      );
      yield { test, error, milliseconds: performance.now() - begin };
    }
  } finally {
    await callAll([...open].reverse().flatMap(({ after }) => after));
  }
}

/** What tests change for a while: a test that does not end leaves it changed. */
const changedByTests = () => [globalThis, Object.prototype, console, Date, performance, navigator];

/** Returns a function that makes the properties of an object what they are now. */
function restorer(object) {
  const before = Object.getOwnPropertyDescriptors(object);
  return () => {
    for (const key of Reflect.ownKeys(object)) {
      if (!Object.hasOwn(before, key)) Reflect.deleteProperty(object, key);
    }
    Object.defineProperties(object, before);
  };
}

/** Runs a function, and makes the global objects again what they were before. */
export async function withoutTraces(run) {
  const restorers = changedByTests().map(restorer);
  try {
    return await run();
  } finally {
    for (const restore of restorers) restore();
    events = new EventTarget();
  }
}
