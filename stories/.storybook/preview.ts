import { setCustomElementsManifest, type Preview } from '@storybook/web-components-vite';
import manifest from 'virtual:custom-elements-manifest';
import '../../src/define.js';
import { beginStory } from '../message-inspector/rendered-messages.js';
import { controlsForProperties } from './controls.js';
import { setPage } from './page.js';
import type { PageGlobals } from './story-page.js';
import { globalTypes, initialGlobals, widths } from './toolbars.js';
import { wordsInContext } from './translator-panel/words-in-context.js';
import { wordsOnPage } from './translator-panel/words-on-page.js';

setCustomElementsManifest(manifest);

/** What the story that shows gave its tags. */
let given: unknown;

window.storyPage = { setPage, ...wordsOnPage(() => given) };

export default {
  globalTypes,
  initialGlobals: { ...initialGlobals },
  loaders: [
    async ({ globals, abortSignal, args, parameters, viewMode }) => {
      wordsInContext(viewMode === 'story' ? globals : {});
      await setPage(globals as unknown as PageGlobals);
      beginStory(abortSignal);
      given = { args, backend: parameters.backend as unknown };
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
          ['Designers', 'Theming', 'Words', 'Accessibility', 'Backends'],
          'Journey',
          'Signing in',
          ['mfa-login', 'mfa-challenge'],
          'Linking an app',
          'Linked apps',
          'Recovery codes',
          'Parts',
        ],
      },
    },
  },
} satisfies Preview;
