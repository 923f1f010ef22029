import { expect } from '@open-wc/testing';
import { expectCount } from '../../support/expect-count.js';
import { RandomChoice } from '../../support/random-choice.js';
import {
  describeWalk,
  IS_EVERY_RUN,
  IS_EVERY_WALK,
  seedsOf,
  WALK_ACTS,
} from '../../support/walk-length.js';

/** Few enough that the acts of a walk that fails can be read. */
const ACTS_A_WALK = 50;

interface Walk {
  readonly acts: readonly string[];
  readonly visited: ReadonlySet<string>;
  act(): Promise<void>;
  end(): Promise<void>;
}

/** Walks with this seed. A failure says how to repeat it. */
async function walk(
  start: (random: RandomChoice) => Promise<Walk>,
  seed: number,
): Promise<ReadonlySet<string>> {
  const walking = await start(new RandomChoice(seed));
  try {
    for (let act = 0; act < ACTS_A_WALK; act += 1) await walking.act();
    return walking.visited;
  } catch (broken) {
    const rule = broken instanceof Error ? broken.message : String(broken);
    throw new Error(describeWalk(seed, rule, walking.acts), { cause: broken });
  } finally {
    await walking.end();
  }
}

/**
 * Tests an element by walks with seeds from 1 on.
 *
 * @param share The part of all acts that this element gets.
 * @param steps The steps that the walks have to reach, together.
 */
export function testWalks(
  tag: string,
  share: number,
  start: (random: RandomChoice) => Promise<Walk>,
  steps: readonly string[] = [],
): void {
  const walks = Math.ceil((WALK_ACTS * share) / ACTS_A_WALK);
  const visited = new Set<string>();

  describe(`a random walk through ${tag}`, () => {
    it('shows what the model says, and breaks no rule', async function () {
      // A walk takes less than a second; the run of hours has thousands of them.
      this.timeout(60_000 + walks * 5000);
      for (const seed of seedsOf(walks)) {
        for (const step of await walk(start, seed)) visited.add(step);
      }
    });

    if (IS_EVERY_WALK) {
      it('comes to every step', () => {
        expect([...visited]).to.include.members(steps);
      });
    }

    if (IS_EVERY_RUN) {
      it('has the documented length', () =>
        expectCount(`element-acts/${tag}`, walks * ACTS_A_WALK));
    }
  });
}
