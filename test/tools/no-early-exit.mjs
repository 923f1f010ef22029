// Loaded before the tests that run in Node. A test that ends the process would skip the tests after it, and
// node:test would count the file as passed.
process.exit = (code = process.exitCode) => {
  throw new Error(`process.exit(${code ?? ''}) would skip the tests after it.`);
};
