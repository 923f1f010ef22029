/** The acts on the elements in `npm test`, together. */
const IN_EVERY_RUN = 10_000;

/**
 * The acts of the random walks through the elements. `WALK_ACTS` sets another number, also for the walks through
 * the flows, as `npm run test:long` does; the bundle of the tests has its value (bundled-modules.mjs).
 */
export const WALK_ACTS = Number(process.env.WALK_ACTS ?? IN_EVERY_RUN);

/** Whether this is the run whose counts README shows. */
export const IS_EVERY_RUN = WALK_ACTS === IN_EVERY_RUN;
