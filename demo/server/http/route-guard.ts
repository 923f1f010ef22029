import type { FastifyInstance, FastifyReply, FastifyRequest, RouteOptions } from 'fastify';
import type { EnrollmentOwner } from '../mfa/enrollments.js';
import { Problem } from '../problem.js';
import type { Portal } from '../portal.js';
import type { Session } from '../sessions/sessions.js';

/** Who asks. `expired`: a sign-in that took too long, or was used up already. */
export type Visitor = EnrollmentOwner | { readonly kind: 'expired' } | { readonly kind: 'nobody' };

/** What every route says about itself, in its `config`. */
export interface Admission {
  /** Whom it lets in. A route that does not say so lets nobody in. */
  readonly admits?: 'everyone' | readonly Visitor['kind'][];
  /** Looks at a password or a code, of which one address may try only so many. */
  readonly limited?: boolean;
  /** Asks for a fresh proof on top of the session. */
  readonly stepUp?: boolean;
  /** Where a page sends whom it does not let in. */
  readonly elsewhere?: string;
}

declare module 'fastify' {
  // The name and the place of what it extends are Fastify's.
  // eslint-disable-next-line @typescript-eslint/no-empty-object-type
  interface FastifyContextConfig extends Admission {}
  interface FastifyRequest {
    /** Set for every route that does not admit everyone. */
    visitor: Visitor;
  }
  interface FastifyInstance {
    /** Every route with whom it admits, so that a test can walk all of them. */
    readonly routeTable: readonly RouteOptions[];
  }
}

/** Guards every route of the app, in one place and before its body is read (B21). */
export function guardRoutes(app: FastifyInstance, portal: Portal): void {
  const routeTable: RouteOptions[] = [];
  app.decorate('routeTable', routeTable);
  app.addHook('onRoute', (route) => {
    routeTable.push(route);
  });
  app.decorateRequest('visitor');
  app.addHook('onRequest', async (request, reply) => {
    const { admits = [], limited, stepUp, elsewhere } = request.routeOptions.config;
    if (limited === true) portal.addressLimit.charge(request.ip);
    if (request.is404 || admits === 'everyone') return undefined;
    request.visitor = await identify(request, portal);
    if (!admits.includes(request.visitor.kind)) {
      if (elsewhere !== undefined) return turnAway(reply, elsewhere);
      throw new Problem(admits.includes('sign-in') ? refusal(request.visitor) : 'signed-out');
    }
    if (stepUp === true) await portal.stepUp.require(sessionOf(request));
    return undefined;
  });
}

/** The session of a request, on a route that admits nothing else. */
export function sessionOf({ visitor }: FastifyRequest): Session {
  if (visitor.kind !== 'session') throw new Problem('signed-out');
  return visitor.session;
}

/** Who is linking an app, on a route that admits sign-ins and sessions. */
export function ownerOf({ visitor }: FastifyRequest): EnrollmentOwner {
  if (visitor.kind === 'session' || visitor.kind === 'sign-in') return visitor;
  throw new Problem('signed-out');
}

async function identify(request: FastifyRequest, portal: Portal): Promise<Visitor> {
  const { cookies, sessions, signIns } = portal;
  const sessionToken = cookies.read(request, 'session');
  const session = sessionToken === undefined ? undefined : await sessions.find(sessionToken);
  if (session) return { kind: 'session', session };
  const signInToken = cookies.read(request, 'sign-in');
  if (signInToken === undefined) return { kind: 'nobody' };
  const signIn = await signIns.find(signInToken);
  return signIn ? { kind: 'sign-in', signIn } : { kind: 'expired' };
}

/** On a route for sign-ins somebody with a session has no sign-in that waits, either. */
function refusal(visitor: Visitor): 'signed-out' | 'login-expired' {
  return visitor.kind === 'nobody' ? 'signed-out' : 'login-expired';
}

function turnAway(reply: FastifyReply, elsewhere: string): FastifyReply {
  return reply.header('cache-control', 'no-store').redirect(elsewhere, 303);
}
