import type { FastifyReply, FastifyRequest } from 'fastify';
import type { RememberedDevice } from '../sessions/remembered-devices.js';

type CookieName = 'session' | 'sign-in' | 'device';

/**
 * Reads and writes the three cookies, each of which has its own name. Over https they are `__Host-`
 * cookies, which no other host and no plain connection can set (NIST SP 800-63B-4 section 5.1.1). Browsers
 * reject that prefix over http, which the demo on localhost uses.
 *
 * The cookies of a sign-in and a session have no Max-Age. The server decides when they expire, and can then
 * still tell an expired sign-in from an anonymous request. The cookie of a remembered device has one,
 * because it has to outlive the browser's own session.
 */
export class Cookies {
  readonly #secure: boolean;

  constructor(secure: boolean) {
    this.#secure = secure;
  }

  read(request: FastifyRequest, name: CookieName): string | undefined {
    return request.cookies[this.#fullName(name)];
  }

  set(reply: FastifyReply, name: 'session' | 'sign-in', token: string): void {
    reply.setCookie(this.#fullName(name), token, this.#attributes());
  }

  setDevice(reply: FastifyReply, { token, secondsLeft }: RememberedDevice): void {
    const attributes = { ...this.#attributes(), maxAge: secondsLeft };
    reply.setCookie(this.#fullName('device'), token, attributes);
  }

  clear(reply: FastifyReply, name: CookieName): void {
    reply.clearCookie(this.#fullName(name), this.#attributes());
  }

  #fullName(name: CookieName): string {
    return `${this.#secure ? '__Host-' : ''}profiportaal-${name}`;
  }

  #attributes() {
    return { httpOnly: true, sameSite: 'lax', path: '/', secure: this.#secure } as const;
  }
}
