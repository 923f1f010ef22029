import type { FastifyInstance, FastifyReply } from 'fastify';
import type { Kysely } from 'kysely';
import type { Schema } from '../database/schema.js';
import { ownerOf, sessionOf } from '../http/route-guard.js';
import { accountOf } from '../mfa/enrollments.js';
import { keyUri } from '../mfa/key-uri.js';
import openapi from '../openapi.json' with { type: 'json' };
import { ISSUER, type Portal } from '../portal.js';
import { Problem } from '../problem.js';

/** Bodies are validated with the published schemas. */
const { ChallengeRequest, ConfirmationRequest, RenameRequest, StepUpRequest } =
  openapi.components.schemas;
const { AuthenticatorId, EnrollmentId } = openapi.components.parameters;

const enrollmentParams = { type: 'object', properties: { id: EnrollmentId.schema } };
const authenticatorParams = { type: 'object', properties: { id: AuthenticatorId.schema } };

interface WithId {
  readonly Params: { readonly id: string };
}

interface CodeProof {
  readonly code: string;
  readonly rememberDevice?: boolean;
}

/** Adds the routes of the project's own contract under `/api/mfa` (openapi.json). */
export function mfaRoutes(app: FastifyInstance, portal: Portal): void {
  const { accounts, authenticators, cookies, enrollments, linking, recoveryCodes } = portal;
  const { rememberedDevices, secondFactor, sessions, signIns, stepUp } = portal;
  const enrolling = { allows: ['sign-in', 'session'] } as const;
  const signedIn = { allows: ['session'] } as const;
  const steppedUp = { allows: ['session'], stepUp: true } as const;

  app.get('/openapi.json', { config: { allows: 'everyone' } }, () => openapi);

  app.get(
    '/status',
    { config: { allows: ['anonymous', 'sign-in', 'session'] } },
    async ({ identity }) => {
      const methods = ['totp'];
      if (identity.kind === 'anonymous' || identity.kind === 'expired') {
        return { state: 'signed-out', methods };
      }
      const accountId = accountOf(identity);
      const { email: account } = await accounts.byId(accountId);
      const linked = await authenticators.count(accountId);
      const due = linked > 0 ? 'code-required' : 'enrollment-required';
      const state = identity.kind === 'session' ? 'verified' : due;
      return { state, methods, account, issuer: ISSUER };
    },
  );

  app.post('/enrollments', { config: enrolling }, async (request, reply) => {
    const owner = ownerOf(request);
    await linking.checkRoom(owner);
    if (owner.kind === 'session') await stepUp.require(owner.session);
    const { id, secret, expiresAt } = await enrollments.start(owner);
    const { email } = await accounts.byId(accountOf(owner));
    const otpauthUri = keyUri(ISSUER, email, secret);
    return reply
      .code(201)
      .send({ id, method: 'totp', secret, otpauthUri, expiresAt: expiresAt.toISOString() });
  });

  app.post<WithId & { Body: { readonly code: string; readonly name?: string } }>(
    '/enrollments/:id/confirmation',
    {
      config: { ...enrolling, limited: true },
      schema: { params: enrollmentParams, body: ConfirmationRequest },
    },
    async (request, reply) => {
      const owner = ownerOf(request);
      const { code, name } = request.body;
      const linked = await linking.confirm(owner, request.params.id, { code, name: name?.trim() });
      enterSession(reply, linked.sessionToken);
      return reply.code(201).send({
        authenticator: linked.authenticator,
        ...(linked.recoveryCodes && { recoveryCodes: linked.recoveryCodes }),
        ...(owner.kind === 'sign-in' && { redirectTo: '/' }),
      });
    },
  );

  app.delete<WithId>(
    '/enrollments/:id',
    { config: enrolling, schema: { params: enrollmentParams } },
    async (request, reply) => {
      await enrollments.cancel(ownerOf(request), request.params.id);
      return reply.code(204).send();
    },
  );

  app.post<{ Body: CodeProof | { readonly recoveryCode: string } }>(
    '/challenge',
    { config: { allows: ['sign-in'], limited: true }, schema: { body: ChallengeRequest } },
    async (request, reply) => {
      const { identity, body } = request;
      if (identity.kind !== 'sign-in') throw new Problem('login-expired');
      const { id, accountId } = identity.signIn;
      const beginSession = async (transaction: Kysely<Schema>) => {
        await signIns.consume(transaction, id);
        return sessions.begin(transaction, accountId);
      };
      if ('code' in body) {
        const { code, rememberDevice = false } = body;
        const before = cookies.read(request, 'device');
        const entered = await secondFactor.withCode(accountId, code, async (transaction) => ({
          sessionToken: await beginSession(transaction),
          device: rememberDevice
            ? await rememberedDevices.remember(transaction, accountId, before)
            : undefined,
        }));
        enterSession(reply, entered.sessionToken);
        if (entered.device) cookies.setDevice(reply, entered.device);
        return { redirectTo: '/' };
      }
      const sessionToken = await secondFactor.withRecoveryCode(
        accountId,
        body.recoveryCode,
        async (transaction) => {
          // If the phone is lost, a remembered computer may be lost too.
          await rememberedDevices.forgetAll(transaction, accountId);
          return beginSession(transaction);
        },
      );
      enterSession(reply, sessionToken);
      const { left } = await recoveryCodes.status(accountId);
      return { recoveryCodesLeft: left, redirectTo: '/' };
    },
  );

  app.get('/authenticators', { config: signedIn }, async (request) => ({
    authenticators: await authenticators.list(sessionOf(request).accountId),
  }));

  app.patch<WithId & { Body: { readonly name: string } }>(
    '/authenticators/:id',
    { config: steppedUp, schema: { params: authenticatorParams, body: RenameRequest } },
    async (request) => {
      const { accountId } = sessionOf(request);
      const name = request.body.name.trim();
      return { authenticator: await authenticators.rename(accountId, request.params.id, name) };
    },
  );

  app.delete<WithId>(
    '/authenticators/:id',
    { config: steppedUp, schema: { params: authenticatorParams } },
    async (request, reply) => {
      await linking.unlink(sessionOf(request), request.params.id);
      return reply.code(204).send();
    },
  );

  app.post<{ Body: { readonly password: string } | { readonly code: string } }>(
    '/step-up',
    { config: { ...signedIn, limited: true }, schema: { body: StepUpRequest } },
    async (request, reply) => {
      const session = sessionOf(request);
      const { body } = request;
      const token =
        'password' in body
          ? await stepUp.withPassword(session, body.password)
          : await stepUp.withCode(session, body.code);
      enterSession(reply, token);
      return reply.code(204).send();
    },
  );

  app.get('/recovery-codes', { config: signedIn }, (request) =>
    recoveryCodes.status(sessionOf(request).accountId),
  );

  app.post('/recovery-codes', { config: steppedUp }, async (request, reply) => {
    const { accountId } = sessionOf(request);
    const codes = await linking.regenerateRecoveryCodes(accountId);
    return reply.code(201).send({ recoveryCodes: codes });
  });

  /** Gives the browser the cookie of a session, with a token that is always new. */
  function enterSession(reply: FastifyReply, token: string): void {
    cookies.clear(reply, 'sign-in');
    cookies.set(reply, 'session', token);
  }
}
