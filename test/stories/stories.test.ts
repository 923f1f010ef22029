import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { openStorybook } from '../tools/run-stories.mjs';
import { acceptedFiles, compareTree, treeFile } from './accepted-trees.js';
import { flowSteps } from './flow-steps.js';
import { secretsInNames } from './secrets-in-names.js';

const storybook = await openStorybook();
after(() => storybook.close());

/** Two browser pages keep two processors busy; more only wait for each other. */
const PAGES = 2;

/** Milliseconds for one story: ample on a busy machine. */
const PATIENCE = 30_000;

describe(
  'every story renders, plays, is accessible, and reads as accepted',
  {
    concurrency: PAGES,
  },
  () => {
    for (const story of storybook.stories) {
      it(`${story.title}: ${story.name}`, { timeout: PATIENCE }, async () => {
        const { complaints, tree } = await storybook.visit(story);
        const heard = tree ? [...secretsInNames(tree), ...compareTree(story, tree.text)] : [];
        const wrong = [...complaints, ...heard];
        assert.ok(wrong.length === 0, wrong.join('\n'));
      });
    }
  },
);

describe('the accepted accessibility trees', () => {
  const files = storybook.stories.map(treeFile);

  it('have a file of their own each', () => {
    assert.equal(new Set(files).size, files.length);
  });

  it('are each of a story that there is', () => {
    assert.deepEqual(
      acceptedFiles().filter((file) => !files.includes(file)),
      [],
    );
  });
});

describe('every step of every flow has a story', () => {
  const flows = flowSteps();

  it('finds the flows', () => {
    assert.deepEqual([...flows.keys()].sort(), [
      'authenticators',
      'challenge',
      'enrollment',
      'login',
      'recovery-codes',
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
