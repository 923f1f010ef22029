// The last part of npm run build-storybook: half of a build has no such file.
import { writeFileSync } from 'node:fs';

writeFileSync(new URL('../../storybook-static/complete', import.meta.url), '');
