import type { FastifyReply, FastifyRequest } from 'fastify';

type CookieName = 'session' | 'sign-in';

/**
 * The two cookies, which never share a name. Over https they are `__Host-` cookies: no other host
 * and no plain connection can set them (NIST SP 800-63B-4 section 5.1.1). Browsers refuse that
 * prefix on plain http, which a demo on localhost is.
 *
 * They have no Max-Age: the server decides when they are over, and can then still tell a sign-in
 * that took too long from nobody at all.
 */
export class Cookies {
  readonly #secure: boolean;

  constructor(secure: boolean) {
    this.#secure = secure;
  }

  read(request: FastifyRequest, name: CookieName): string | undefined {
    return request.cookies[this.#fullName(name)];
  }

  set(reply: FastifyReply, name: CookieName, token: string): void {
    reply.setCookie(this.#fullName(name), token, this.#attributes());
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
