import type { FastifyRequest } from 'fastify';
import { Problem } from '../problem.js';

/** Methods that change nothing here (RFC 9110 section 9.2.1). */
const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Refuses requests that another site made a browser send: `Sec-Fetch-Site` where the browser tells,
 * `Origin` where it does not (OWASP Cross-Site Request Forgery Prevention Cheat Sheet). Without both
 * it is no browser of today; such a client has to do without cookies.
 *
 * @param publicOrigin Our own origin, when it is not simply the host that was asked for.
 * @throws {Problem} `csrf`.
 */
export function requireSameOrigin(request: FastifyRequest, publicOrigin: string | undefined): void {
  if (SAFE_METHODS.has(request.method)) return;
  const { 'sec-fetch-site': site, origin, cookie } = request.headers;
  if (site !== undefined) {
    if (site !== 'same-origin' && site !== 'none') throw new Problem('csrf');
  } else if (origin !== undefined) {
    if (origin !== (publicOrigin ?? `http://${request.host}`)) throw new Problem('csrf');
  } else if (cookie !== undefined) {
    throw new Problem('csrf');
  }
}
