import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { sendProblem } from '../http/errors.js';
import type { RouteGuard } from '../http/route-guard.js';
import { assembleDocument, assemblePage, type PageOptions } from '../pages/assemble-page.js';
import { Problem } from '../problem.js';

export interface PagesOptions {
  /** The folder of the built library. */
  readonly libraryRoot: string;
  /** See PortalOptions. If it is 0, no page offers to remember a device. */
  readonly rememberDeviceDays?: number;
}

interface Page extends PageOptions {
  readonly file: string;
  readonly guard: RouteGuard;
}

const signedInOnly: RouteGuard = { allows: ['session'], redirectTo: '/inloggen' };

/** The pages of the portal, by their address. */
const PAGES: Record<string, Page> = {
  '/inloggen': { file: 'inloggen.html', guard: { allows: 'everyone' } },
  '/inloggen/verificatie': {
    file: 'verificatie.html',
    home: '/inloggen',
    guard: { allows: ['sign-in', 'session'], redirectTo: '/inloggen' },
  },
  '/': { file: 'index.html', home: '/', inMenu: '/', guard: signedInOnly },
  '/profiel': { file: 'profiel.html', home: '/', inMenu: '/profiel', guard: signedInOnly },
};

const PORTAL_ROOT = fileURLToPath(new URL('../../portal/', import.meta.url));

const read = (file: string): string => readFileSync(join(PORTAL_ROOT, file), 'utf8');

/** Adds the pages of the portal, which are assembled once, and the files that they load. */
export async function pageRoutes(app: FastifyInstance, options: PagesOptions): Promise<void> {
  const { libraryRoot, rememberDeviceDays = 0 } = options;
  const layout = {
    page: read('layout/page.html'),
    menu: read('layout/menu.html'),
    document: read('layout/document.html'),
  };

  for (const [url, { file, guard, ...pageOptions }] of Object.entries(PAGES)) {
    const source = rememberDeviceDays === 0 ? withoutRememberDevice(read(file)) : read(file);
    const page = assemblePage(layout, source, pageOptions);
    app.get(url, { config: guard }, (_request, reply) => sendPage(reply, page));
  }

  for (const file of readdirSync(join(PORTAL_ROOT, 'documents'))) {
    const page = assembleDocument(layout, read(`documents/${file}`));
    app.get(`/assets/documenten/${file}`, { config: { allows: 'everyone' } }, (_request, reply) =>
      sendHtml(reply.header('cache-control', 'public, max-age=0'), page),
    );
  }

  // Each in a scope of its own: the plugin creates its routes itself, so a hook sets their guard.
  for (const [prefix, root] of [
    ['/assets/', join(PORTAL_ROOT, 'assets')],
    ['/mfa-elements/', libraryRoot],
  ] as const) {
    await app.register(async (scope) => {
      scope.addHook('onRoute', (route) => {
        route.config = { ...route.config, allows: 'everyone' };
      });
      await scope.register(fastifyStatic, { root, prefix, decorateReply: false });
    });
  }

  await app.register(fastifyStatic, { root: PORTAL_ROOT, serve: false });
  app.get('/favicon.ico', { config: { allows: 'everyone' } }, (_request, reply) =>
    reply.sendFile('assets/favicon.svg'),
  );

  const notFound = assemblePage(layout, read('404.html'), { home: '/' });
  app.setNotFoundHandler((request, reply) => {
    if (request.url.startsWith('/api/')) return sendProblem(reply, new Problem('not-found'));
    return sendPage(reply.code(404), notFound);
  });
}

/** No cache stores a page, because it may show who is signed in. */
const sendPage = (reply: FastifyReply, page: string): FastifyReply =>
  sendHtml(reply.header('cache-control', 'no-store'), page);

const sendHtml = (reply: FastifyReply, page: string): FastifyReply =>
  reply.type('text/html; charset=utf-8').send(page);

const withoutRememberDevice = (page: string): string =>
  page.replace(/\s+remember-device(?=[\s>])/, '');
