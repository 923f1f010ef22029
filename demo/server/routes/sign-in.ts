import type { FastifyInstance } from 'fastify';
import { sweep } from '../database/sweep.js';
import { sessionOf } from '../http/admission.js';
import type { Portal } from '../portal.js';

const signInBody = {
  type: 'object',
  required: ['email', 'password'],
  properties: {
    email: { type: 'string', minLength: 1, maxLength: 254 },
    password: { type: 'string', minLength: 1, maxLength: 256 },
  },
  additionalProperties: false,
};

interface SignInBody {
  readonly email: string;
  readonly password: string;
}

/** The portal's own part of signing in: the password before, the session after. */
export function signInRoutes(app: FastifyInstance, portal: Portal): void {
  const { accounts, cookies, sessions, signIns } = portal;

  app.post<{ Body: SignInBody }>(
    '/api/sign-in',
    { config: { admits: 'everyone' }, schema: { body: signInBody } },
    async (request, reply) => {
      await sweep(portal.database, portal.clock);
      const account = await accounts.signIn(request.body.email, request.body.password);
      await endBoth(request);
      cookies.clear(reply, 'session');
      cookies.set(reply, 'sign-in', await signIns.begin(account.id));
      return { next: '/inloggen/verificatie' };
    },
  );

  app.post('/api/sign-out', { config: { admits: 'everyone' } }, async (request, reply) => {
    await endBoth(request);
    cookies.clear(reply, 'session');
    cookies.clear(reply, 'sign-in');
    return reply.code(204).send();
  });

  app.get('/api/session', { config: { admits: ['session'] } }, async (request) => {
    const { email, name } = await accounts.byId(sessionOf(request).accountId);
    return { account: email, name };
  });

  async function endBoth(request: Parameters<typeof cookies.read>[0]): Promise<void> {
    const session = cookies.read(request, 'session');
    const signIn = cookies.read(request, 'sign-in');
    if (session !== undefined) await sessions.end(session);
    if (signIn !== undefined) await signIns.end(signIn);
  }
}
