import type { StorybookConfig } from '@storybook/web-components-vite';
import { literals } from '../../src/build/literals.js';
import { messages } from '../../src/build/messages.js';
import { componentDocs } from './component-docs.js';
import { localeFiles } from './translator-panel/locale-files.js';

/**
 * Storybook's root is stories/, so it does not read Vite's configuration, which builds the library. What shows in
 * a story goes through the same steps of the build.
 */
export default {
  stories: ['../*.stories.ts', '../guides/*.mdx'],
  addons: ['@storybook/addon-docs', '@storybook/addon-a11y'],
  framework: '@storybook/web-components-vite',
  core: { disableTelemetry: true, disableWhatsNewNotifications: true },
  viteFinal: (config) => ({
    ...config,
    plugins: [...(config.plugins ?? []), componentDocs(), localeFiles(), messages, literals],
  }),
} satisfies StorybookConfig;
