import type { FastifyInstance } from 'fastify';
import { sweep } from '../database/sweep.js';
import { sessionOf } from '../http/route-guard.js';
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

/** Adds the routes of the portal itself: the password before the second step, and the session after it. */
export function signInRoutes(app: FastifyInstance, portal: Portal): void {
  const { accounts, cookies, database, rememberedDevices, sessions, signIns } = portal;

  app.post<{ Body: SignInBody }>(
    '/api/sign-in',
    { config: { allows: 'everyone', limited: true }, schema: { body: signInBody } },
    async (request, reply) => {
      await sweep(database, portal.clock);
      const account = await accounts.signIn(request.body.email, request.body.password);
      await endBoth(request);
      const remembered = await enterRemembered(cookies.read(request, 'device'), account.id);
      if (remembered) {
        cookies.clear(reply, 'sign-in');
        cookies.set(reply, 'session', remembered.sessionToken);
        cookies.setDevice(reply, remembered.device);
        return { next: '/' };
      }
      cookies.clear(reply, 'session');
      cookies.set(reply, 'sign-in', await signIns.begin(account.id));
      return { next: '/inloggen/verificatie' };
    },
  );

  // The device stays remembered: the next sign-in requires the password, but no code.
  app.post('/api/sign-out', { config: { allows: 'everyone' } }, async (request, reply) => {
    await endBoth(request);
    cookies.clear(reply, 'session');
    cookies.clear(reply, 'sign-in');
    return reply.code(204).send();
  });

  app.get('/api/session', { config: { allows: ['session'] } }, async (request) => {
    const { accountId } = sessionOf(request);
    const { email, name } = await accounts.byId(accountId);
    const device = cookies.read(request, 'device');
    const until = device && (await rememberedDevices.until(device, accountId));
    return { account: email, name, ...(until && { deviceRememberedUntil: until.toISOString() }) };
  });

  // For a user who ticked the box on another person's computer, or wants to use a recovery code.
  app.delete(
    '/api/remembered-device',
    { config: { allows: ['session'] } },
    async (request, reply) => {
      const device = cookies.read(request, 'device');
      if (device !== undefined) await rememberedDevices.forget(device);
      cookies.clear(reply, 'device');
      return reply.code(204).send();
    },
  );

  /** Begins a session without a code, if the device is remembered for this account. */
  async function enterRemembered(token: string | undefined, accountId: string) {
    if (token === undefined) return undefined;
    return database.transaction().execute(async (transaction) => {
      const device = await rememberedDevices.recognise(transaction, token, accountId);
      if (!device) return undefined;
      const how = { byRememberedDevice: true };
      return { device, sessionToken: await sessions.begin(transaction, accountId, how) };
    });
  }

  async function endBoth(request: Parameters<typeof cookies.read>[0]): Promise<void> {
    const session = cookies.read(request, 'session');
    const signIn = cookies.read(request, 'sign-in');
    if (session !== undefined) await sessions.end(session);
    if (signIn !== undefined) await signIns.end(signIn);
  }
}
