import cookie from '@fastify/cookie';
import fastify, { type FastifyInstance } from 'fastify';
import { guardRoutes } from './http/route-guard.js';
import { handleErrors, sendProblem, toProblem } from './http/errors.js';
import { addHeaders } from './http/headers.js';
import { requireSameOrigin } from './http/same-origin.js';
import { createPortal, type PortalOptions } from './portal.js';
import { mfaRoutes } from './routes/mfa.js';
import { pageRoutes, type PagesOptions } from './routes/pages.js';
import { signInRoutes } from './routes/sign-in.js';

export interface AppOptions extends PortalOptions, PagesOptions {
  /** If omitted, nothing is logged. */
  readonly logLevel?: 'warn' | 'error';
  /**
   * Our own proxies in front of the server, each an IP address or a network such as `10.0.0.0/8`. Only
   * their entries in `X-Forwarded-For` are trusted as the address of a client. Without any proxy, that
   * header is ignored (B17).
   */
  readonly trustedProxies?: readonly string[];
}

const BODY_LIMIT_BYTES = 4096;

/**
 * Builds the demo portal without listening. Call `app.listen` or, in a test, `app.inject`.
 *
 * The order of the calls is the order of the checks: headers on every response, then the origin, then the
 * identity. Only then is a body read.
 */
export async function buildApp(options: AppOptions): Promise<FastifyInstance> {
  const { clock, logLevel, publicOrigin, trustedProxies = [] } = options;
  const app = fastify({
    bodyLimit: BODY_LIMIT_BYTES,
    trustProxy: trustedProxies.length > 0 && [...trustedProxies],
    // Never below `warn`, because requests contain secrets.
    logger: logLevel !== undefined && { level: logLevel },
    // Bodies are not changed: `{"code": 123456}` is not a code, and unknown members are rejected.
    ajv: { customOptions: { coerceTypes: false, removeAdditional: false, useDefaults: false } },
    frameworkErrors: (error, request, reply) => {
      sendProblem(reply, toProblem(error, request));
    },
  });
  const portal = createPortal(options);
  handleErrors(app);
  acceptJsonOnly(app);
  await addHeaders(app, { secure: portal.secure, clock });
  app.addHook('onRequest', (request, _reply, done) => {
    requireSameOrigin(request, publicOrigin);
    done();
  });
  await app.register(cookie);
  guardRoutes(app, portal);

  signInRoutes(app, portal);
  await app.register(
    (scope, _options, done) => {
      mfaRoutes(scope, portal);
      done();
    },
    { prefix: '/api/mfa' },
  );
  await pageRoutes(app, options);
  return app;
}

/** Any site can post a form or plain text without a CORS preflight, but not JSON. */
function acceptJsonOnly(app: FastifyInstance): void {
  const parseJson = app.getDefaultJsonParser('error', 'error');
  app.removeAllContentTypeParsers();
  app.addContentTypeParser(
    'application/json',
    { parseAs: 'string' },
    (request, body: string, done) => {
      // Some clients send a content type even without a body.
      if (body === '') done(null, undefined);
      else void parseJson(request, body, done);
    },
  );
}
