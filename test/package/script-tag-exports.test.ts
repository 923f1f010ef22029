import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'node:test';
import type { Browser } from 'playwright';
import { launchChromium } from '../../demo/tools/browser/launch-chromium.mjs';
import { HostPage } from './host-page.js';

/** What a page of JavaScript does with the exports; what it returns or throws comes back as JSON. */
const call = (host: HostPage, statements: string): Promise<unknown> =>
  host.page.evaluate(`(async () => {
    const { createHttpBackend, MfaError } = await import('/lib/mfa-elements.js');
    const definition = {
      capabilities: { rememberDevice: true },
      operations: {
        status: { request: 'GET /status', result: '$' },
        startEnrollment: { request: 'POST /start', result: '$' },
      },
    };
    const baseUrl = 'https://site.example/api';
    const errorOf = async (work) => {
      try {
        await work();
      } catch (error) {
        return [error instanceof MfaError, error.kind, error.message];
      }
    };
    ${statements}
  })()`);

const DEFINITIONS = '/lib/mfa-elements-definitions.js';

describe('createHttpBackend of the script tag', () => {
  let browser: Browser;
  let host: HostPage;
  before(async () => {
    browser = await launchChromium();
  });
  afterEach(() => host.close());
  after(() => browser.close());

  const open = async () => {
    host = await HostPage.open(browser, { body: '' });
  };

  it('makes a backend with the operations of a definition', async () => {
    await open();
    const made = await call(
      host,
      `const backend = createHttpBackend({ baseUrl, definition });
      return [Object.keys(backend), backend.capabilities, await backend.status()];`,
    );
    assert.deepEqual(made, [
      ['status', 'startEnrollment', 'cancelEnrollment', 'capabilities', 'forget'],
      { rememberDevice: true },
      { state: 'code-required', methods: ['totp'] },
    ]);
    assert.deepEqual(host.requests, ['GET https://site.example/api/status']);
  });

  it('loads what interprets a definition once, and not before', async () => {
    await open();
    await call(host, 'return undefined');
    assert.ok(!host.loaded.includes(DEFINITIONS));
    await call(
      host,
      `const [one, other] = [1, 2].map(() => createHttpBackend({ baseUrl, definition }));
      await Promise.all([one.status(), one.status(), other.status()]);`,
    );
    assert.equal(host.loaded.filter((path) => path === DEFINITIONS).length, 1);
  });

  it('passes on the signal of its caller', async () => {
    await open();
    const reason = await call(
      host,
      `const backend = createHttpBackend({ baseUrl, definition });
      return errorOf(() => backend.status({ signal: AbortSignal.abort(new MfaError('csrf', 'Left.')) }));`,
    );
    assert.deepEqual(reason, [true, 'csrf', 'Left.']);
  });

  it('uses the options as they were when it was called', async () => {
    await open();
    await call(
      host,
      `const options = { baseUrl: baseUrl + '/one', definition: structuredClone(definition) };
      const backend = createHttpBackend(options);
      options.baseUrl = baseUrl + '/two';
      options.definition.operations.status.request = 'GET /other';
      await backend.status();`,
    );
    assert.deepEqual(host.requests, ['GET https://site.example/api/one/status']);
  });

  it('ends when its caller leaves, and after 15 seconds, also if its file hangs', async () => {
    await open();
    await host.page.route(`**${DEFINITIONS}`, () => new Promise(() => undefined));
    await call(host, 'globalThis.backend = createHttpBackend({ baseUrl, definition });');
    const late = call(host, 'return errorOf(() => backend.status());');
    const left = await call(
      host,
      `const controller = new AbortController();
      const status = errorOf(() => backend.status({ signal: controller.signal }));
      controller.abort(new MfaError('csrf', 'Left.'));
      return status;`,
    );
    assert.deepEqual(left, [true, 'csrf', 'Left.']);
    assert.deepEqual(await late, [
      true,
      'timeout',
      'The file of definitions did not arrive in time.',
    ]);
    assert.deepEqual(host.requests, []);
  });

  it('throws at once if there is no base URL or no operation', async () => {
    await open();
    const errors = (await call(
      host,
      `return [
        await errorOf(() => createHttpBackend({ baseUrl: '/api', definition })),
        await errorOf(() => createHttpBackend({ baseUrl, definition: {} })),
      ];`,
    )) as [boolean, string, string][];
    assert.deepEqual(
      errors.map(([isOurs, kind]) => [isOurs, kind]),
      [
        [true, 'misconfigured'],
        [true, 'misconfigured'],
      ],
    );
  });

  it('rejects while its file does not come, and works once it does', async () => {
    await open();
    await host.page.route(`**${DEFINITIONS}`, (route) => route.abort());
    await call(host, 'globalThis.backend = createHttpBackend({ baseUrl, definition });');
    assert.deepEqual(await call(host, 'return errorOf(() => backend.status());'), [
      true,
      'unavailable',
      'The file of definitions could not be fetched.',
    ]);
    await host.page.unroute(`**${DEFINITIONS}`);
    assert.deepEqual(await call(host, 'backend.forget(); return backend.status();'), {
      state: 'code-required',
      methods: ['totp'],
    });
  });

  it('does not load a file that did not come again, only to forget', async () => {
    await open();
    let requests = 0;
    await host.page.route(`**${DEFINITIONS}`, (route) => {
      requests += 1;
      return route.abort();
    });
    await call(host, 'globalThis.backend = createHttpBackend({ baseUrl, definition });');
    await call(host, 'return errorOf(() => backend.status());');
    const before = requests;
    await call(host, 'backend.forget(); await new Promise((end) => setTimeout(end));');
    assert.equal(requests, before);
  });
});
