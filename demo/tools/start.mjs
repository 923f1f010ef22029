// npm start: builds what is missing, then runs the portal in this process.
import { installDependencies, make, runOrPrintError, requireNode } from './prepare.mjs';

await runOrPrintError(async () => {
  requireNode();
  installDependencies();
  make('build:script-tag', 'dist/mfa-elements.js');
  // The demo shows every feature; without this variable the server remembers no devices.
  process.env.REMEMBER_DEVICE_DAYS ||= '30';
  const { register } = await import('tsx/esm/api');
  register();
  await import('../server/server.ts');
});
