// Loaded before the tests that run in Node: one that ends its process takes the tests after it along, and
// node:test would count the file as passed.
process.exit = (code = process.exitCode) => {
  throw new Error(`process.exit(${code ?? ''}) would leave out the tests after it.`);
};
