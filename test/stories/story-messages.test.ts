import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { storiesByMessage } from './story-messages.js';

const story = (name: string, shown: string[], asked: string[] = []) => ({
  story: name,
  shown,
  asked: [...shown, ...asked],
});

describe('the stories of a message', () => {
  it('are the first three that show it', () => {
    const played = ['a', 'b', 'c', 'd'].map((name) => story(name, ['help.link']));
    assert.deepEqual(storiesByMessage(played), { 'help.link': ['a', 'b', 'c'] });
  });

  it('are those that ask for it only when none shows it', () => {
    const played = [
      story('a', [], ['error.offline', 'login.checking']),
      story('b', ['error.offline']),
    ];
    assert.deepEqual(storiesByMessage(played), { 'error.offline': ['b'], 'login.checking': ['a'] });
  });

  it('stand under the ids in their order, a story once', () => {
    const told = storiesByMessage([story('a', ['z', 'a', 'z'])]);
    assert.deepEqual(Object.entries(told), [
      ['a', ['a']],
      ['z', ['a']],
    ]);
  });
});
