import type { Step } from './run-steps.js';

/**
 * Chooses the steps with these names and those that have to pass before them, or all if there are no names.
 *
 * @throws {Error} If no step has such a name.
 */
export function chooseSteps(steps: readonly Step[], names: readonly string[]): Step[] {
  const unknown = names.filter((name) => !steps.some((step) => step.name === name));
  if (unknown.length > 0) {
    const known = steps.map(({ name }) => name).join(', ');
    throw new Error(`There is no step ${unknown.join(', ')}. The steps are ${known}.`);
  }
  const chosen = new Set(names.length > 0 ? names : steps.map(({ name }) => name));
  // Each step comes after the steps that it waits for, so one pass from the end is enough.
  for (const { name, after = [] } of steps.toReversed()) {
    if (chosen.has(name)) for (const earlier of after) chosen.add(earlier);
  }
  return steps.filter(({ name }) => chosen.has(name));
}
