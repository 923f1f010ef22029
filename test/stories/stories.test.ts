import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { openStorybook } from '../tools/run-stories.mjs';
import { flowSteps } from './flow-steps.js';

const storybook = await openStorybook();
after(() => storybook.close());

/** Two browser pages keep two processors busy; more only wait for each other. */
const PAGES = 2;

/** Milliseconds for one story: ample on a busy machine. */
const PATIENCE = 30_000;

describe('every story renders, plays, and is accessible', { concurrency: PAGES }, () => {
  for (const story of storybook.stories) {
    it(`${story.title}: ${story.name}`, { timeout: PATIENCE }, async () => {
      assert.deepEqual(await storybook.visit(story), []);
    });
  }
});

describe('every step of every flow has a story', () => {
  const flows = flowSteps();

  it('finds the flows', () => {
    assert.deepEqual([...flows.keys()].sort(), [
      'authenticators',
      'challenge',
      'enrollment',
      'login',
    ]);
  });

  for (const [flow, steps] of flows) {
    it(flow, () => {
      const told = new Set(
        storybook.stories.filter((story) => story.flow === flow).map(({ step }) => step),
      );
      assert.deepEqual([...told].sort(), [...steps].sort());
    });
  }
});
