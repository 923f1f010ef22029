import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply } from 'fastify';
import type { Admission } from '../http/route-guard.js';
import { sendProblem } from '../http/errors.js';
import { Problem } from '../problem.js';

export interface PageRoots {
  /** The portal's pages, with their assets in `assets/`. */
  readonly portalRoot: string;
  /** The built library. */
  readonly libraryRoot: string;
  /** As in PortalOptions: with 0 no page offers to remember a device. */
  readonly rememberDeviceDays?: number;
}

const SECOND_STEP = 'verificatie.html';

const pages: Record<string, { file: string; config: Admission }> = {
  '/inloggen': { file: 'inloggen.html', config: { admits: 'everyone' } },
  '/inloggen/verificatie': {
    file: SECOND_STEP,
    config: { admits: ['sign-in', 'session'], elsewhere: '/inloggen' },
  },
  '/': { file: 'index.html', config: { admits: ['session'], elsewhere: '/inloggen' } },
  '/profiel': { file: 'profiel.html', config: { admits: ['session'], elsewhere: '/inloggen' } },
};

/** The pages of the portal and the files they load. */
export async function pageRoutes(app: FastifyInstance, roots: PageRoots): Promise<void> {
  const { portalRoot, libraryRoot, rememberDeviceDays = 0 } = roots;
  await app.register(fastifyStatic, { root: portalRoot, serve: false });

  for (const [url, { file, config }] of Object.entries(pages)) {
    const offersTooMuch = file === SECOND_STEP && rememberDeviceDays === 0;
    app.get(url, { config }, (_request, reply) =>
      offersTooMuch ? sendWithoutOffer(reply, join(portalRoot, file)) : sendPage(reply, file),
    );
  }

  app.get('/favicon.ico', { config: { admits: 'everyone' } }, (_request, reply) => {
    const icon = ['assets/favicon.ico', 'assets/favicon.svg'].find((file) =>
      existsSync(join(portalRoot, file)),
    );
    return icon === undefined ? reply.code(204).send() : reply.sendFile(icon);
  });

  for (const [prefix, root] of [
    ['/assets/', join(portalRoot, 'assets')],
    ['/mfa-elements/', libraryRoot],
  ] as const) {
    // In a scope of their own: the plugin makes its routes itself, so a hook says whom they admit.
    await app.register(async (scope) => {
      scope.addHook('onRoute', (route) => {
        route.config = { ...route.config, admits: 'everyone' };
      });
      await scope.register(fastifyStatic, { root, prefix, decorateReply: false });
    });
  }

  app.setNotFoundHandler((request, reply) => {
    if (request.url.startsWith('/api/')) return sendProblem(reply, new Problem('not-found'));
    reply.code(404);
    if (existsSync(join(portalRoot, '404.html'))) return sendPage(reply, '404.html');
    return reply.type('text/plain; charset=utf-8').send('Deze pagina bestaat niet.\n');
  });
}

/** A page may show who is signed in, so no cache keeps one. */
function sendPage(reply: FastifyReply, file: string): FastifyReply {
  reply.header('cache-control', 'no-store');
  return reply.sendFile(file, { cacheControl: false, etag: false, lastModified: false });
}

/** The second step as a portal that remembers no devices has it: without the offer to do so. */
async function sendWithoutOffer(reply: FastifyReply, path: string): Promise<FastifyReply> {
  const page = await readFile(path, 'utf8');
  return reply
    .header('cache-control', 'no-store')
    .type('text/html; charset=utf-8')
    .send(page.replace(/\s+remember-device(?=[\s>])/, ''));
}
