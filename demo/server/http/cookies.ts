import type { FastifyReply, FastifyRequest } from 'fastify';
import type { RememberedDevice } from '../sessions/remembered-devices.js';

type CookieName = 'session' | 'sign-in' | 'device';

/**
 * The three cookies, which never share a name. Over https they are `__Host-` cookies: no other host
 * and no plain connection can set them (NIST SP 800-63B-4 section 5.1.1). Browsers refuse that
 * prefix on plain http, which a demo on localhost is.
 *
 * A sign-in and a session have no Max-Age: the server decides when they are over, and can then still
 * tell a sign-in that took too long from nobody at all. A remembered device has to outlive the
 * browser's own session, so that one has.
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
