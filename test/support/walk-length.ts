/** The acts on the elements in `npm test`, together. */
const IN_EVERY_RUN = 10_000;

/**
 * The acts of the random walks through the elements. `WALK_ACTS` sets another number, also for the walks through
 * the flows, as `npm run test:long` does; the bundle of the tests has its value (bundled-modules.mjs).
 */
export const WALK_ACTS = Number(process.env.WALK_ACTS ?? IN_EVERY_RUN);

/** The seed of the only walk to take, if `WALK_SEED` sets one: to repeat a walk that failed. */
const WALK_SEED = process.env.WALK_SEED === undefined ? undefined : Number(process.env.WALK_SEED);

/** Whether all walks are taken, and not only one. */
export const IS_EVERY_WALK = WALK_SEED === undefined;

/** Whether this is the run whose counts README shows. */
export const IS_EVERY_RUN = IS_EVERY_WALK && WALK_ACTS === IN_EVERY_RUN;

/** The seeds of the walks to take, from 1 on. */
export const seedsOf = (walks: number): readonly number[] =>
  WALK_SEED === undefined ? Array.from({ length: walks }, (_, at) => at + 1) : [WALK_SEED];

/** Describes a walk that broke a rule, and how to repeat it. */
export const describeWalk = (seed: number, rule: string, acts: readonly string[]): string =>
  `Seed ${seed}: it does not hold that ${rule}, after:\n${acts.join('\n')}\nTo repeat it, run this file with WALK_SEED=${seed}.`;
