import type { FastifyRequest } from 'fastify';
import { Problem } from '../problem.js';

/** Methods that change nothing here (RFC 9110 section 9.2.1). */
const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Rejects requests that another site made a browser send. It checks `Sec-Fetch-Site` if the browser sends it
 * and `Origin` if not (OWASP Cross-Site Request Forgery Prevention Cheat Sheet). A client that sends
 * neither is not a current browser, and may not send cookies.
 *
 * @param publicOrigin Our own origin, if it differs from the host of the request.
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
