import { createElement } from 'react';
import { addons, types } from 'storybook/manager-api';
import { MessagePanel } from './translator-panel/message-panel.js';

addons.register('mfa-elements/messages', () => {
  addons.add('mfa-elements/messages/panel', {
    type: types.PANEL,
    title: 'Messages',
    render: ({ active }) => (active ? createElement(MessagePanel) : null),
  });
});
