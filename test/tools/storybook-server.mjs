// Builds Storybook when its sources changed, and serves what was built.
import { createReadStream, existsSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';
import { make, projectRoot } from '../../demo/tools/prepare.mjs';

const built = process.env.STORYBOOK_STATIC ?? join(projectRoot, 'storybook-static');

const SOURCES = ['src', 'stories', 'locales', 'package.json', 'package-lock.json'];

/** Written when a build is whole: half of one would pass for a new one the next time. */
const COMPLETE = 'storybook-static/complete';

const TYPES = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
};

/** @throws {Error} when the build fails */
export function buildStorybook() {
  // A build of one's own is not ours to make again.
  if (process.env.STORYBOOK_STATIC) return;
  make('locales:build', 'src/localization/generated/nl.ts');
  make('build-stories', COMPLETE, SOURCES);
}

/** @returns {Promise<{ address: string, close(): void }>} the built Storybook on a port of its own */
export async function serveStorybook() {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url, 'http://localhost');
    const file = join(built, decodeURIComponent(pathname));
    if (pathname === '/favicon.ico') response.writeHead(204).end();
    else if (!existsSync(file) || statSync(file).isDirectory()) response.writeHead(404).end();
    else {
      response.writeHead(200, { 'content-type': TYPES[extname(file)] ?? 'text/plain' });
      createReadStream(file).pipe(response);
    }
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { address: `http://127.0.0.1:${server.address().port}`, close: () => server.close() };
}
