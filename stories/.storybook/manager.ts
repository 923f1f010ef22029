import { createElement } from 'react';
import { addons, types } from 'storybook/manager-api';
import { WordsPanel } from './translator-panel/words-panel.js';

addons.register('mfa-elements/words', () => {
  addons.add('mfa-elements/words/panel', {
    type: types.PANEL,
    title: 'Words',
    render: ({ active }) => (active ? createElement(WordsPanel) : null),
  });
});
