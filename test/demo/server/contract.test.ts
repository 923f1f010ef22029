import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import fastify from 'fastify';
import openapi from '../../../demo/server/openapi.json' with { type: 'json' };
import type { Answer, Browser } from './browser.js';
import { openTestDatabase, PASSWORD, TestPortal } from './portal-harness.js';

const { database, close } = await openTestDatabase();
after(close);

const contract = {
  status: 'GET /status',
  startEnrollment: 'POST /enrollments',
  confirmEnrollment: 'POST /enrollments/{id}/confirmation',
  cancelEnrollment: 'DELETE /enrollments/{id}',
  verify: 'POST /challenge',
  listAuthenticators: 'GET /authenticators',
  renameAuthenticator: 'PATCH /authenticators/{id}',
  unlinkAuthenticator: 'DELETE /authenticators/{id}',
  stepUp: 'POST /step-up',
  recoveryCodesStatus: 'GET /recovery-codes',
  generateRecoveryCodes: 'POST /recovery-codes',
};

type Operation = keyof typeof contract;

interface ResponseObject {
  readonly $ref?: string;
  readonly content?: Record<string, { readonly schema: { readonly $ref: string } }>;
}

const described = Object.entries(openapi.paths as Record<string, Record<string, unknown>>).flatMap(
  ([path, methods]) =>
    Object.entries(methods).map(([method, value]) => ({
      route: `${method.toUpperCase()} ${path}`,
      ...(value as { operationId: string; responses: Record<string, ResponseObject> }),
    })),
);

/** The JSON Schema validator of Fastify, with the published document. */
async function openapiValidator() {
  const app = fastify({
    ajv: { customOptions: { strict: false, coerceTypes: false, removeAdditional: false } },
  });
  app.addSchema({ $id: 'openapi', ...openapi });
  return new Promise<(name: string, value: unknown) => boolean>((resolve, reject) => {
    app.get('/', (request) => {
      resolve((name, value) => request.compileValidationSchema({ $ref: `openapi${name}` })(value));
      return {};
    });
    app.inject('/').catch(reject);
  });
}

describe('The published contract', () => {
  it('has every operation, and nothing else', () => {
    const operations = described.map(({ operationId, route }) => [operationId, route]);
    assert.deepEqual(Object.fromEntries(operations), contract);
  });

  it('has the same routes as the app', async () => {
    const portal = await TestPortal.open(database);
    const routes = portal.app.routeTable
      .filter(({ url, method }) => url.startsWith('/api/mfa/') && method !== 'HEAD')
      .map(({ url, method }) => `${String(method)} ${url.slice('/api/mfa'.length)}`)
      .filter((route) => route !== 'GET /openapi.json')
      .map((route) => route.replace(':id', '{id}'));
    assert.deepEqual(routes.sort(), Object.values(contract).sort());
  });

  it('is served beside the API', async () => {
    const portal = await TestPortal.open(database);
    const { status, text } = await portal.browser().get('/api/mfa/openapi.json');
    assert.equal(status, 200);
    assert.deepEqual(JSON.parse(text), openapi);
  });

  it('describes every response of a whole journey', async () => {
    const isValid = await openapiValidator();
    const nonsense = { state: 'half', methods: ['totp'] };
    assert.ok(!isValid('#/components/schemas/Status', nonsense), 'The validator validates.');
    const seen = new Set<string>();

    function check(operation: Operation, status: number, response: Answer): Answer {
      assert.equal(response.status, status, `${operation}: ${response.text}`);
      const { responses } =
        described.find(({ operationId }) => operationId === operation) ?? assert.fail();
      const found = responses[status] ?? assert.fail(`${operation} does not describe ${status}`);
      const name = found.$ref?.split('/').at(-1) as keyof typeof openapi.components.responses;
      const { content } = found.$ref ? openapi.components.responses[name] : found;
      if (!content) {
        assert.equal(response.text, '');
      } else {
        const [[type, { schema }] = assert.fail()] = Object.entries(content);
        assert.equal(String(response.headers['content-type']).split(';')[0], type);
        assert.ok(isValid(schema.$ref, response.body), `${operation} ${status}: ${response.text}`);
      }
      seen.add(`${operation} ${status}`);
      return response;
    }

    const portal = await TestPortal.open(database);
    const api = (path: string) => `/api/mfa${path}`;
    const anonymous = portal.browser();
    check('status', 200, await anonymous.get(api('/status')));
    check('listAuthenticators', 401, await anonymous.get(api('/authenticators')));

    const first = await portal.halfSignedIn();
    check('status', 200, await first.get(api('/status')));
    check('verify', 403, await first.post(api('/challenge'), { code: '123456' }));
    const started = check('startEnrollment', 201, await first.post(api('/enrollments')));
    const cancel = () => first.delete(api(`/enrollments/${started.body.id}`));
    check('cancelEnrollment', 204, await cancel());
    check('cancelEnrollment', 404, await cancel());
    const begun = check('startEnrollment', 201, await first.post(api('/enrollments'))).body;
    const secret = begun.secret ?? '';
    const confirm = (code: unknown) =>
      first.post(api(`/enrollments/${begun.id}/confirmation`), { code });
    check('confirmEnrollment', 400, await confirm(123456));
    check('confirmEnrollment', 422, await confirm(portal.wrongCode(secret)));
    const linked = check('confirmEnrollment', 201, await confirm(portal.code(secret)));
    check('confirmEnrollment', 410, await confirm(portal.code(secret)));
    const [recoveryCode = ''] = linked.body.recoveryCodes ?? [];

    const verify = (browser: Browser, body: unknown) => browser.post(api('/challenge'), body);
    const second = await portal.halfSignedIn();
    check('startEnrollment', 409, await second.post(api('/enrollments')));
    check('verify', 422, await verify(second, { code: portal.code(secret) }));
    check('verify', 422, await verify(second, { recoveryCode: '0000' }));
    check('verify', 200, await verify(second, { recoveryCode }));
    portal.clock.advance({ seconds: 30 });
    const third = await portal.halfSignedIn();
    const right = { code: portal.code(secret), rememberDevice: true };
    check('verify', 200, await verify(third, right));

    const { body } = check('listAuthenticators', 200, await third.get(api('/authenticators')));
    const app = api(`/authenticators/${body.authenticators?.[0]?.id}`);
    check('unlinkAuthenticator', 403, await third.delete(app));
    check('stepUp', 422, await third.post(api('/step-up'), { password: 'verkeerd' }));
    check('stepUp', 204, await third.post(api('/step-up'), { password: PASSWORD }));
    check('renameAuthenticator', 200, await third.patch(app, { name: 'Telefoon' }));
    check('renameAuthenticator', 400, await third.patch(app, { name: '' }));
    check('recoveryCodesStatus', 200, await third.get(api('/recovery-codes')));
    check('generateRecoveryCodes', 201, await third.post(api('/recovery-codes')));
    check('unlinkAuthenticator', 204, await third.delete(app));
    check('unlinkAuthenticator', 404, await third.delete(app));
    check('recoveryCodesStatus', 200, await third.get(api('/recovery-codes')));

    const last = await TestPortal.open(database);
    const { secret: guarded } = await last.linked();
    const half = await last.halfSignedIn();
    for (let tries = 0; tries < 5; tries += 1) {
      await verify(half, { code: last.wrongCode(guarded) });
    }
    check('verify', 429, await verify(half, { code: last.code(guarded) }));
    last.clock.advance({ minutes: 10 });
    check('verify', 401, await verify(half, { code: last.code(guarded) }));
    assert.deepEqual(
      [...new Set([...seen].map((entry) => entry.split(' ')[0]))].sort(),
      Object.keys(contract).sort(),
    );
  });
});
