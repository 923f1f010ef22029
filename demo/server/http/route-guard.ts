import type { FastifyInstance, FastifyReply, FastifyRequest, RouteOptions } from 'fastify';
import type { EnrollmentOwner } from '../mfa/enrollments.js';
import { Problem } from '../problem.js';
import type { Portal } from '../portal.js';
import type { Session } from '../sessions/sessions.js';

/**
 * Who sent a request, by its cookies. `expired` is a sign-in that took too long or was used up;
 * `anonymous` has neither a sign-in nor a session.
 */
export type Identity =
  EnrollmentOwner | { readonly kind: 'expired' } | { readonly kind: 'anonymous' };

/** The `config` of a route: who may use it, and what else is checked before its handler runs. */
export interface RouteGuard {
  /** A route that omits it allows no one. */
  readonly allows?: 'everyone' | readonly Identity['kind'][];
  /** Counts the request against the tries of its address: the route checks a password or a code. */
  readonly limited?: boolean;
  /** Requires a recent step-up of the session. */
  readonly stepUp?: boolean;
  /** Where to redirect a request that is not allowed; without it the response is a problem. */
  readonly redirectTo?: string;
}

declare module 'fastify' {
  // Fastify fixes the name and place of this interface.
  // eslint-disable-next-line @typescript-eslint/no-empty-object-type
  interface FastifyContextConfig extends RouteGuard {}
  interface FastifyRequest {
    /** Set on every route that does not allow everyone. */
    identity: Identity;
  }
  interface FastifyInstance {
    /** All routes with their guards, for tests. */
    readonly routeTable: readonly RouteOptions[];
  }
}

/** Guards every route of the app in one place, before a request's body is read (B21). */
export function guardRoutes(app: FastifyInstance, portal: Portal): void {
  const routeTable: RouteOptions[] = [];
  app.decorate('routeTable', routeTable);
  app.addHook('onRoute', (route) => {
    routeTable.push(route);
  });
  app.decorateRequest('identity');
  app.addHook('onRequest', async (request, reply) => {
    const { allows = [], limited, stepUp, redirectTo } = request.routeOptions.config;
    if (limited === true) portal.addressLimit.charge(request.ip);
    if (request.is404 || allows === 'everyone') return undefined;
    request.identity = await identify(request, portal);
    if (!allows.includes(request.identity.kind)) {
      if (redirectTo !== undefined) return redirect(reply, redirectTo);
      throw new Problem(allows.includes('sign-in') ? refusal(request.identity) : 'signed-out');
    }
    if (stepUp === true) await portal.stepUp.require(sessionOf(request));
    return undefined;
  });
}

/** The session of a request, on a route that allows sessions only. */
export function sessionOf({ identity }: FastifyRequest): Session {
  if (identity.kind !== 'session') throw new Problem('signed-out');
  return identity.session;
}

/** The owner of an enrollment, on a route that allows sign-ins and sessions. */
export function ownerOf({ identity }: FastifyRequest): EnrollmentOwner {
  if (identity.kind === 'session' || identity.kind === 'sign-in') return identity;
  throw new Problem('signed-out');
}

async function identify(request: FastifyRequest, portal: Portal): Promise<Identity> {
  const { cookies, sessions, signIns } = portal;
  const sessionToken = cookies.read(request, 'session');
  const session = sessionToken === undefined ? undefined : await sessions.find(sessionToken);
  if (session) return { kind: 'session', session };
  const signInToken = cookies.read(request, 'sign-in');
  if (signInToken === undefined) return { kind: 'anonymous' };
  const signIn = await signIns.find(signInToken);
  return signIn ? { kind: 'sign-in', signIn } : { kind: 'expired' };
}

/** On a route for sign-ins, a session counts as `login-expired`: its sign-in was used up. */
function refusal(identity: Identity): 'signed-out' | 'login-expired' {
  return identity.kind === 'anonymous' ? 'signed-out' : 'login-expired';
}

function redirect(reply: FastifyReply, url: string): FastifyReply {
  return reply.header('cache-control', 'no-store').redirect(url, 303);
}
