import { missingStories } from './missing-stories.js';

const missing = await missingStories();
if (missing.length > 0) {
  console.error(`No story shows:\n${missing.map((what) => `  ${what}`).join('\n')}`);
  process.exitCode = 1;
}
