// A plugin of Stryker: runs the tests of a mutant in this process (tests-in-node.mjs).
import { commonTokens, declareClassPlugin, PluginKind, tokens } from '@stryker-mutator/api/plugin';
import {
  determineHitLimitReached,
  DryRunStatus,
  MutantRunStatus,
  TestStatus,
} from '@stryker-mutator/api/test-runner';
import { nearestTests } from './nearest-tests.mjs';
import { Late, loadTests, runTests, testsOf, withoutTraces } from './tests-in-node.mjs';

/** How long a test may take, in ms. Without a mutant the slowest takes half a second. */
const PATIENCE = 3000;

/** What Stryker's instrumented code reads and writes, on the global object. */
const stryker = () => (globalThis.__stryker__ ??= {});

/** The name of the test that stands for all tests of a file: it covers what runs when the file is evaluated. */
const wholeOf = ({ name }) => `${name} > all`;

/**
 * Evaluates a test file and runs its tests, or only those that are chosen.
 *
 * @param {import('./tests-in-node.mjs').TestFile} file
 * @param {ReadonlySet<string>} [chosen] names of tests
 */
async function* resultsOf(file, chosen) {
  const whole = wholeOf(file);
  const begin = performance.now();
  stryker().currentTestId = whole;
  let tests;
  try {
    tests = testsOf(file);
  } catch (error) {
    yield { name: whole, error, milliseconds: 0 };
    return;
  }
  yield { name: whole, milliseconds: performance.now() - begin };
  const wanted =
    !chosen || chosen.has(whole) ? tests : tests.filter(({ name }) => chosen.has(name));
  const started = ({ name }) => {
    stryker().currentTestId = name;
  };
  for await (const { test, ...result } of runTests(wanted, started, () => PATIENCE)) {
    yield { name: test.name, ...result };
  }
}

async function firstFailure(file, chosen) {
  for await (const result of resultsOf(file, chosen)) if (result.error) return result;
  return undefined;
}

class TestRunner {
  static inject = tokens(commonTokens.logger);
  #log;
  #files = [];

  constructor(log) {
    this.#log = log;
  }

  /** Each run evaluates the tests anew. */
  capabilities = () => ({ reloadEnvironment: true });

  async init() {
    stryker();
    this.#files = await loadTests();
    // Loads jsdom, so that no test waits for it.
    void globalThis.document;
    // A mutant may reject a promise that nobody waits for, also after its run.
    for (const event of ['unhandledRejection', 'uncaughtException']) {
      process.on(event, (error) => this.#log.debug('Thrown by a mutant: %s', error));
    }
  }

  async dryRun() {
    const results = new Map();
    for (const file of this.#files) {
      await withoutTraces(async () => {
        for await (const result of resultsOf(file)) results.set(result.name, result);
      });
    }
    const tests = [...results].map(([name, { error, milliseconds }]) => ({
      id: name,
      name,
      timeSpentMs: milliseconds,
      ...(error
        ? { status: TestStatus.Failed, failureMessage: error.message }
        : { status: TestStatus.Success }),
    }));
    return { status: DryRunStatus.Complete, tests, mutantCoverage: stryker().mutantCoverage };
  }

  async mutantRun({ activeMutant, testFilter, hitLimit }) {
    const chosen = testFilter && new Set(testFilter);
    const files = this.#files.filter(
      ({ name }) => testFilter?.some((test) => test.startsWith(`${name} > `)) ?? true,
    );
    Object.assign(stryker(), { activeMutant: activeMutant.id, hitLimit, hitCount: 0 });
    try {
      for (const file of nearestTests(files, activeMutant.fileName)) {
        const failure = await withoutTraces(() => firstFailure(file, chosen));
        if (failure) return { ...this.#failed(failure, hitLimit), nrOfTests: chosen?.size ?? 0 };
      }
      return { status: MutantRunStatus.Survived, nrOfTests: chosen?.size ?? 0 };
    } finally {
      // What still runs after the tests is the code without a mutant.
      Object.assign(stryker(), { activeMutant: 'none', hitLimit: undefined });
    }
  }

  #failed({ name, error }, hitLimit) {
    const endless = determineHitLimitReached(stryker().hitCount, hitLimit);
    if (endless) return { ...endless, status: MutantRunStatus.Timeout };
    if (error instanceof Late) {
      return { status: MutantRunStatus.Timeout, reason: `${name}: ${error.message}` };
    }
    return { status: MutantRunStatus.Killed, killedBy: [name], failureMessage: error.message };
  }
}

export const strykerPlugins = [
  declareClassPlugin(PluginKind.TestRunner, 'in-this-process', TestRunner),
];
