import { cli as analyzer } from '@custom-elements-manifest/analyzer/cli.js';
import { projectRoot } from '../../demo/tools/prepare.mjs';

/** A member that a page may read: everything else is for the class itself. */
const isPublicProperty = ({ kind, privacy, static: isStatic }) =>
  kind === 'field' && (privacy ?? 'public') === 'public' && !isStatic;

/**
 * Returns the public properties of every element, as the custom-elements manifest of the sources has them.
 *
 * @returns {Promise<Record<string, { name: string, type: string, readonly: boolean }[]>>} by tag name
 */
async function publicProperties() {
  const { modules } = await analyzer({
    argv: ['analyze', '--quiet', '--litelement', '--globs', 'src/elements/**/*.ts'],
    cwd: projectRoot,
    noWrite: true,
  });
  const elements = modules
    .flatMap(({ declarations = [] }) => declarations)
    .filter(({ tagName }) => tagName);
  return Object.fromEntries(
    elements.map(({ tagName, members = [] }) => [
      tagName,
      members.filter(isPublicProperty).map(({ name, type, readonly = false }) => ({
        name,
        type: type?.text ?? '',
        readonly,
      })),
    ]),
  );
}

/** A plugin of Web Test Runner. The command `public-properties` returns those of every element. */
export function manifest() {
  return {
    name: 'manifest',
    async executeCommand({ command }) {
      return command === 'public-properties' ? publicProperties() : undefined;
    },
  };
}
