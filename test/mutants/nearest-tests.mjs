/** How many characters two texts have in common at the start. */
function commonStart(one, other) {
  let length = 0;
  while (length < one.length && one[length] === other[length]) length += 1;
  return length;
}

/** The path below src/ or test/. */
const withoutRoot = (path) => path.replaceAll('\\', '/').replace(/^(.*\/)?(src|test)\//, '');

/**
 * Returns the test files of the folder that a source file is in: the one that mirrors it first, then its neighbors.
 * The nearest test most likely notices a change. Those of other folders are left out, as each folder is tested by
 * its own tests.
 *
 * @template {{ name: string }} File
 * @param {readonly File[]} tests
 * @param {string} source the path of a file in src/
 * @returns {File[]}
 */
export function nearestTests(tests, source) {
  const mirrored = withoutRoot(source);
  const [folder] = mirrored.split('/');
  const nearness = ({ name }) => commonStart(withoutRoot(name), mirrored);
  return tests
    .filter(({ name }) => withoutRoot(name).startsWith(`${folder}/`))
    .sort((one, other) => nearness(other) - nearness(one));
}
