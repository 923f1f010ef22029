import { expectCount } from '../../support/expect-count.js';
import { RandomChoice } from '../../support/random-choice.js';
import { describeWalk, IS_EVERY_RUN, seedsOf, WALK_ACTS } from '../../support/walk-length.js';
import { FlowWalk } from './flow-walk.js';
import { WALKED_FLOWS, type WalkedFlow } from './walked-flows.js';

/** Few enough that the acts of a walk that fails can be read. */
const ACTS_A_WALK = 100;
const FLOWS = Object.entries(WALKED_FLOWS);
/** Of each flow. Acts without an element take little time. */
const WALKS = IS_EVERY_RUN ? 400 : Math.ceil(WALK_ACTS / FLOWS.length / ACTS_A_WALK);

async function walk(walked: WalkedFlow<{ step: string }, { type: string }>, seed: number) {
  const walking = new FlowWalk(walked, new RandomChoice(seed));
  try {
    for (let act = 0; act < ACTS_A_WALK; act += 1) await walking.act();
  } catch (broken) {
    const rule = broken instanceof Error ? broken.message : String(broken);
    throw new Error(describeWalk(seed, rule, walking.acts), { cause: broken });
  } finally {
    await walking.end();
  }
}

describe('a random walk', () => {
  let acts = 0;

  for (const [name, walked] of FLOWS) {
    it(`through the flow ${name} follows the model, and breaks no rule`, async function () {
      // A walk takes some milliseconds.
      this.timeout(60_000 + WALKS * 500);
      for (const seed of seedsOf(WALKS)) {
        await walk(walked as never, seed);
        acts += ACTS_A_WALK;
      }
    });
  }

  if (IS_EVERY_RUN) it('has the documented length', () => expectCount('flow-acts', acts));
});
