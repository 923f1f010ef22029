import type { Step } from './run-steps.js';

/**
 * The steps that were asked for by name, with what has to pass before them; all when none was.
 *
 * @throws {Error} With one sentence, for a name that no step has.
 */
export function chooseSteps(steps: readonly Step[], names: readonly string[]): Step[] {
  const unknown = names.filter((name) => !steps.some((step) => step.name === name));
  if (unknown.length > 0) {
    const known = steps.map(({ name }) => name).join(', ');
    throw new Error(`There is no step ${unknown.join(', ')}. The steps are ${known}.`);
  }
  const chosen = new Set(names.length > 0 ? names : steps.map(({ name }) => name));
  // A step that another one waits for stands before it.
  for (const { name, after = [] } of steps.toReversed()) {
    if (chosen.has(name)) for (const earlier of after) chosen.add(earlier);
  }
  return steps.filter(({ name }) => chosen.has(name));
}
