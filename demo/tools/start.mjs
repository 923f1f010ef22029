// npm start: makes what is missing, then runs the portal in this process.
import { buildLibrary, installDependencies, requireNode } from './prepare.mjs';

requireNode();
installDependencies();
buildLibrary({ script: 'build:script-tag', made: 'dist/mfa-elements.js' });

const { register } = await import('tsx/esm/api');
register();
await import('../server/server.ts');
