import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { storiesByMessage } from './story-messages.js';

const story = (name: string, shown: string[], rendered: string[] = []) => ({
  story: name,
  shown,
  rendered: [...shown, ...rendered],
});

describe('the stories of a message', () => {
  it('are the first three that show it', () => {
    const played = ['a', 'b', 'c', 'd'].map((name) => story(name, ['help.link']));
    assert.deepEqual(storiesByMessage(played), { 'help.link': ['a', 'b', 'c'] });
  });

  it('are those that rendered it for a while, if none shows it', () => {
    const played = [
      story('a', [], ['error.offline', 'login.checking']),
      story('b', ['error.offline']),
    ];
    assert.deepEqual(storiesByMessage(played), { 'error.offline': ['b'], 'login.checking': ['a'] });
  });

  it('are sorted by message id, each story once', () => {
    const stories = storiesByMessage([story('a', ['z', 'a', 'z'])]);
    assert.deepEqual(Object.entries(stories), [
      ['a', ['a']],
      ['z', ['a']],
    ]);
  });
});
