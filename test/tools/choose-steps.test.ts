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

describe('The chosen steps', () => {
  it('are all of them if there are no names', () => {
    assert.deepEqual(chosen(), ['translations', 'library', 'storybook', 'journey', 'format']);
  });

  it('are those with these names, and those that have to pass before them', () => {
    assert.deepEqual(chosen('journey'), ['translations', 'library', 'journey']);
    assert.deepEqual(chosen('format', 'storybook'), ['translations', 'storybook', 'format']);
  });

  it('throw an error for an unknown name, which lists the names of the steps', () => {
    assert.throws(() => chosen('journey', 'jurney'), {
      message:
        'There is no step jurney. The steps are translations, library, storybook, journey, format.',
    });
  });
});
