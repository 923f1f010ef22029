// A site with the real better-auth. It runs in a worker, because it replaces the global Date.
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parentPort, workerData } from 'node:worker_threads';
import { betterAuth } from 'better-auth';
import { memoryAdapter } from 'better-auth/adapters/memory';
import { toNodeHandler } from 'better-auth/node';
import { twoFactor } from 'better-auth/plugins/two-factor';

const { time, limitsRate, account } = workerData;

const folder = (path) => fileURLToPath(new URL(path, import.meta.url));
const PAGES = folder('better-auth-site/');
const LIBRARY = folder('../../dist/');

/** A strict policy, as that of the portal. */
const CONTENT_SECURITY_POLICY = [
  "default-src 'self'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "require-trusted-types-for 'script'",
].join('; ');

const TYPES = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript' };

/** Makes Date read the clock of the test. better-auth uses no other clock. */
function replaceDate() {
  const RealDate = Date;
  globalThis.Date = class extends RealDate {
    constructor(...given) {
      super(...(given.length > 0 ? given : time));
    }

    static now() {
      return time[0];
    }
  };
}

const makeAuth = (origin) =>
  betterAuth({
    appName: 'ProfiPortaal',
    baseURL: origin,
    secret: 'een-geheim-dat-alleen-deze-test-kent',
    database: memoryAdapter({
      user: [],
      session: [],
      account: [],
      verification: [],
      twoFactor: [],
    }),
    emailAndPassword: { enabled: true },
    plugins: [twoFactor()],
    rateLimit: { enabled: limitsRate },
    logger: { disabled: true },
  });

async function sendFile(path, response) {
  const content = await readFile(path).catch(() => undefined);
  const isIcon = path.endsWith('favicon.ico');
  response.writeHead(content ? 200 : isIcon ? 204 : 404, {
    'content-type': TYPES[extname(path)] ?? 'application/octet-stream',
    'content-security-policy': CONTENT_SECURITY_POLICY,
  });
  response.end(content);
}

replaceDate();
const server = createServer().listen(0, '127.0.0.1');
await once(server, 'listening');
const origin = `http://127.0.0.1:${server.address().port}`;
const auth = makeAuth(origin);
const handleAuth = toNodeHandler(auth);
server.on('request', (request, response) => {
  const { pathname } = new URL(request.url, origin);
  // Node would send the real time, which the elements compare with the clock of the device.
  response.setHeader('date', new Date().toUTCString());
  const library = /^\/mfa-elements\/([\w.-]+)$/.exec(pathname)?.[1];
  const page = /^\/([\w.-]+)$/.exec(pathname)?.[1] ?? 'inloggen';
  if (pathname.startsWith('/api/auth/')) handleAuth(request, response);
  else if (library) sendFile(join(LIBRARY, library), response);
  else sendFile(join(PAGES, extname(page) ? page : `${page}.html`), response);
});
await auth.api.signUpEmail({ body: account });
parentPort.postMessage(origin);
