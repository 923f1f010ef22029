import cookie from '@fastify/cookie';
import fastify, { type FastifyInstance } from 'fastify';
import { guardRoutes } from './http/route-guard.js';
import { answerErrors, sendProblem, toProblem } from './http/errors.js';
import { addHeaders } from './http/headers.js';
import { requireSameOrigin } from './http/same-origin.js';
import { createPortal, type PortalOptions } from './portal.js';
import { mfaRoutes } from './routes/mfa.js';
import { pageRoutes, type PagesOptions } from './routes/pages.js';
import { signInRoutes } from './routes/sign-in.js';

export interface AppOptions extends PortalOptions, PagesOptions {
  /** Without it nothing is logged. */
  readonly logLevel?: 'warn' | 'error';
  /**
   * The proxies of ours that stand before the server, each an IP address or a network such as
   * `10.0.0.0/8`. Only what they add to `X-Forwarded-For` says where a request comes from; without
   * any, that header is not looked at (B17).
   */
  readonly trustedProxies?: readonly string[];
}

const BODY_LIMIT_BYTES = 4096;

/**
 * Builds the demo portal without listening: `app.listen` or, in a test, `app.inject`.
 *
 * The order is the order of the checks: headers on every answer, then the origin, then who it is;
 * only then is a body read.
 */
export async function buildApp(options: AppOptions): Promise<FastifyInstance> {
  const { clock, logLevel, publicOrigin, trustedProxies = [] } = options;
  const app = fastify({
    bodyLimit: BODY_LIMIT_BYTES,
    trustProxy: trustedProxies.length > 0 && [...trustedProxies],
    // Never below `warn`: requests carry secrets, and only what went wrong is worth a line.
    logger: logLevel !== undefined && { level: logLevel },
    // As sent, or not at all: `{"code": 123456}` is no code, and unknown members are refused.
    ajv: { customOptions: { coerceTypes: false, removeAdditional: false, useDefaults: false } },
    frameworkErrors: (error, request, reply) => {
      sendProblem(reply, toProblem(error, request));
    },
  });
  const portal = createPortal(options);
  answerErrors(app);
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

/** A form or plain text can be posted by any site without asking (CORS); JSON cannot. */
function acceptJsonOnly(app: FastifyInstance): void {
  const parseJson = app.getDefaultJsonParser('error', 'error');
  app.removeAllContentTypeParsers();
  app.addContentTypeParser(
    'application/json',
    { parseAs: 'string' },
    (request, body: string, done) => {
      // Clients that always name a type do so for requests without a body, too.
      if (body === '') done(null, undefined);
      else void parseJson(request, body, done);
    },
  );
}
