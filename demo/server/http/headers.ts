import helmet from '@fastify/helmet';
import type { FastifyInstance } from 'fastify';
import type { Clock } from '../clock.js';

/** The strictest policy: an element that works under it works on any page. */
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
  'trusted-types': ['mfa-elements'],
};

/**
 * Sets the security headers of every response (B47), and keeps responses of the API out of caches (B46).
 * HSTS is sent only over https, because on localhost it would break the next project on this port.
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
