import helmet from '@fastify/helmet';
import type { FastifyInstance } from 'fastify';
import type { Clock } from '../clock.js';

/** The strictest page there is: whatever runs on it runs anywhere. */
const CONTENT_SECURITY_POLICY = {
  'default-src': ["'self'"],
  'script-src': ["'self'"],
  'style-src': ["'self'"],
  'img-src': ["'self'"],
  'connect-src': ["'self'"],
  'object-src': ["'none'"],
  'base-uri': ["'none'"],
  'frame-ancestors': ["'none'"],
  'form-action': ["'self'"],
  'require-trusted-types-for': ["'script'"],
};

/**
 * Puts the security headers on every answer (B47), and keeps answers of the API out of every cache
 * (B46). HSTS only over https: on plain localhost it would break the next project on this port.
 */
export async function addHeaders(
  app: FastifyInstance,
  { secure, clock }: { secure: boolean; clock: Clock },
): Promise<void> {
  await app.register(helmet, {
    contentSecurityPolicy: { useDefaults: false, directives: CONTENT_SECURITY_POLICY },
    crossOriginOpenerPolicy: { policy: 'same-origin' },
    crossOriginResourcePolicy: { policy: 'same-origin' },
    referrerPolicy: { policy: 'no-referrer' },
    frameguard: { action: 'deny' },
    hsts: secure ? { maxAge: 365 * 24 * 60 * 60 } : false,
  });
  app.addHook('onRequest', async (request, reply) => {
    reply.headers({
      'permissions-policy': 'clipboard-write=(self), camera=()',
      // Clients compare it with their own clock to explain wrong codes (B64).
      date: clock().toUTCString(),
    });
    if (!request.url.startsWith('/api/')) return;
    reply.headers({
      'cache-control': 'no-store',
      vary: 'Cookie, Origin, Sec-Fetch-Site',
    });
  });
}
