// The last step of npm run build-storybook. The file is missing if a build was interrupted.
import { writeFileSync } from 'node:fs';

writeFileSync(new URL('../../storybook-static/complete', import.meta.url), '');
