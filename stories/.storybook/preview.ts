import { setCustomElementsManifest, type Preview } from '@storybook/web-components-vite';
import manifest from 'virtual:custom-elements-manifest';
import '../../src/define.js';
import type { Locale } from '../../src/index.js';
import { setPage, type Theme } from './page.js';

setCustomElementsManifest(manifest);

export default {
  globalTypes: {
    locale: {
      description: 'The language of the page',
      toolbar: {
        icon: 'globe',
        dynamicTitle: true,
        items: [
          { value: 'nl', title: 'Nederlands' },
          { value: 'en', title: 'English' },
        ],
      },
    },
    theme: {
      description: 'The theme of the page',
      toolbar: {
        icon: 'mirror',
        dynamicTitle: true,
        items: [
          { value: 'light', title: 'Light' },
          { value: 'dark', title: 'Dark' },
        ],
      },
    },
  },
  initialGlobals: { locale: 'nl' satisfies Locale, theme: 'light' satisfies Theme },
  loaders: [({ globals }) => setPage(globals as { locale: Locale; theme: Theme })],
  parameters: {
    a11y: { test: 'error' },
    // The theme toolbar colours the page.
    backgrounds: { disable: true },
    options: { storySort: { order: ['Guides', 'Journey', 'Flows', 'Parts'] } },
  },
} satisfies Preview;
