// npm start: makes what is missing, then runs the portal in this process.
import { installDependencies, make, runOrPrintError, requireNode } from './prepare.mjs';

await runOrPrintError(async () => {
  requireNode();
  installDependencies();
  make('build:script-tag', 'dist/mfa-elements.js');
  // A demo shows what there is; a server of one's own leaves it out unless it is asked for.
  process.env.REMEMBER_DEVICE_DAYS ||= '30';
  const { register } = await import('tsx/esm/api');
  register();
  await import('../server/server.ts');
});
