import { setCustomElementsManifest, type Preview } from '@storybook/web-components-vite';
import manifest from 'virtual:custom-elements-manifest';
import '../../src/define.js';
import { beginStory } from '../message-inspector/rendered-messages.js';
import { controlsForProperties } from './controls.js';
import { setPage } from './page.js';
import type { PageGlobals } from './story-page.js';
import { globalTypes, initialGlobals, widths } from './toolbars.js';
import { updateMessageOverlay } from './translator-panel/message-overlay.js';
import { messagesOnPage } from './translator-panel/messages-on-page.js';

setCustomElementsManifest(manifest);

/** The data that the current story gives its elements. */
let storyData: unknown;

window.storyPage = { setPage, ...messagesOnPage(() => storyData) };

export default {
  globalTypes,
  initialGlobals: { ...initialGlobals },
  loaders: [
    async ({ globals, abortSignal, args, parameters, viewMode }) => {
      updateMessageOverlay(viewMode === 'story' ? globals : {});
      await setPage(globals as unknown as PageGlobals);
      beginStory(abortSignal);
      storyData = { args, backend: parameters.backend as unknown };
    },
  ],
  argTypesEnhancers: [controlsForProperties],
  parameters: {
    a11y: { test: 'error' },
    // The theme toolbar colours the page.
    backgrounds: { disable: true },
    viewport: { options: widths },
    controls: { expanded: true, sort: 'none' },
    options: {
      storySort: {
        order: [
          'Guides',
          ['Designers', 'Theming', 'Messages', 'Accessibility', 'Works in', 'Backends'],
          'Journey',
          'Signing in',
          ['mfa-login', 'mfa-challenge'],
          'Linking an app',
          'Linked apps',
          'Recovery codes',
          '*',
          'Parts',
        ],
      },
    },
  },
} satisfies Preview;
