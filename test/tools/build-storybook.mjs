// Builds Storybook when its sources changed.
import { orSayWhy } from '../../demo/tools/prepare.mjs';
import { buildStorybook } from './storybook-server.mjs';

await orSayWhy(async () => buildStorybook());
