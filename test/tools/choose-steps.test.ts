import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { chooseSteps } from './choose-steps.js';

const step = (name: string, ...after: string[]) => ({ name, command: [], after });

const STEPS = [
  step('translations'),
  step('library', 'translations'),
  step('storybook', 'translations'),
  step('journey', 'library'),
  step('format'),
];

const chosen = (...names: string[]) => chooseSteps(STEPS, names).map(({ name }) => name);

describe('the steps that are chosen', () => {
  it('are all without a name', () => {
    assert.deepEqual(chosen(), ['translations', 'library', 'storybook', 'journey', 'format']);
  });

  it('are those that are named, with what has to pass before them', () => {
    assert.deepEqual(chosen('journey'), ['translations', 'library', 'journey']);
    assert.deepEqual(chosen('format', 'storybook'), ['translations', 'storybook', 'format']);
  });

  it('are none for a name that no step has: the error tells the names there are', () => {
    assert.throws(() => chosen('journey', 'jurney'), {
      message:
        'There is no step jurney. The steps are translations, library, storybook, journey, format.',
    });
  });
});
