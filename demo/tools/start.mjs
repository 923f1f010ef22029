// npm start: makes what is missing, then runs the portal in this process.
import { installDependencies, make, orSayWhy, requireNode } from './prepare.mjs';

await orSayWhy(async () => {
  requireNode();
  installDependencies();
  make('build:script-tag', 'dist/mfa-elements.js');
  const { register } = await import('tsx/esm/api');
  register();
  await import('../server/server.ts');
});
