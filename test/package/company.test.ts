import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { after, afterEach, before, describe, it } from 'node:test';
import { build } from 'esbuild';
import type { Browser } from 'playwright';
import { launchChromium } from '../../demo/tools/browser/launch-chromium.mjs';
import { message } from '../support/message.js';
import { HostPage, scriptTag, type HostPageOptions } from './host-page.js';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** The policy of README, Strict pages. */
const README_POLICY =
  /```\n(default-src .*?)\n```/s
    .exec(readFileSync(`${root}README.md`, 'utf8'))?.[1]
    ?.replace(/\s+/g, ' ') ?? '';

const strict = (directive: string): string =>
  `default-src 'self'; require-trusted-types-for 'script'${directive && `; ${directive}`}`;

const scriptOf = (path: string): string => scriptTag(path);

const MISCONFIGURED = message('error.misconfigured');

describe('A page with company for the library', () => {
  let browser: Browser;
  /** An element of the page itself, with a Lit of its own. */
  let ownLit: string;
  let host: HostPage;

  before(async () => {
    browser = await launchChromium();
    const { outputFiles } = await build({
      stdin: {
        contents: `import { html, LitElement } from 'lit';
          customElements.define('own-clock', class extends LitElement { render() { return html\`<p>Own clock</p>\`; } });`,
        resolveDir: root,
      },
      bundle: true,
      format: 'esm',
      write: false,
    });
    ownLit = outputFiles[0]?.text ?? '';
  });
  afterEach(() => host.close());
  after(() => browser.close());

  const open = async (options: HostPageOptions) => {
    host = await HostPage.open(browser, { files: { '/own.js': ownLit }, ...options });
    return host;
  };
  const visibleText = () =>
    host.page.evaluate(() => document.querySelector('mfa-login')?.shadowRoot?.textContent ?? '');

  describe('Trusted Types', () => {
    it('work with the policy in README, as it is there', async () => {
      assert.ok(README_POLICY.includes('trusted-types mfa-elements'), README_POLICY);
      await open({ policy: README_POLICY });
      await host.signIn();
      assert.deepEqual(host.logged, []);
    });

    for (const directive of [
      '',
      'trusted-types mfa-elements',
      "trusted-types mfa-elements 'allow-duplicates'",
      'trusted-types *',
    ]) {
      it(`work with "${directive}"`, async () => {
        await open({ policy: strict(directive) });
        await host.signIn();
        assert.deepEqual(host.logged, []);
      });
    }

    for (const order of [
      ['/own.js', '/lib/mfa-elements.js'],
      ['/lib/mfa-elements.js', '/own.js'],
    ]) {
      it(`work beside a Lit of the page: ${order.join(', then ')} (D3)`, async () => {
        await open({
          policy: strict('trusted-types lit-html mfa-elements'),
          head: order.map(scriptOf).join(''),
          body: '<own-clock></own-clock><mfa-login base-url="/api"></mfa-login>',
        });
        await host.signIn();
        await host.page.getByText('Own clock').waitFor();
        assert.deepEqual(host.logged, []);
      });
    }

    it('work with a second copy, which gets no policy', async () => {
      await open({
        policy: strict('trusted-types mfa-elements'),
        head: scriptOf('/lib/mfa-elements.js') + scriptOf('/lib/mfa-elements.js?v=2'),
      });
      await host.signIn();
      const own = host.logged.filter((line) => !line.includes('TrustedTypePolicy'));
      assert.equal(own.length, 1);
      assert.match(own[0] ?? '', /^mfa-elements is on this page twice/);
    });

    it("show a sentence in place of nothing under 'none', and the console says what to add", async () => {
      await open({ policy: strict("trusted-types 'none'") });
      await host.page.getByRole('alert').first().waitFor();
      assert.equal(await visibleText(), MISCONFIGURED);
      const own = host.logged.filter((line) => line.startsWith('mfa-elements'));
      assert.equal(own.length, 1);
      assert.match(own[0] ?? '', /Add "trusted-types mfa-elements" to it/);
      assert.deepEqual(
        host.logged.filter((line) => !/^mfa-elements|TrustedTypePolicy|TrustedHTML/.test(line)),
        [],
      );
    });

    it("work under 'none' where strings are allowed", async () => {
      await open({ policy: "default-src 'self'; trusted-types 'none'" });
      await host.signIn();
    });
  });

  describe('two copies', () => {
    const OWN_SCRIPT = `
      import { setLocale, setMessages } from '/lib/mfa-elements.js?v=2';
      setMessages({ 'code.submit': 'Zo is het' });
      await setLocale('nl-x-formal');
      document.documentElement.dataset.ready = 'yes';`;

    it('work under two URLs, and one says so, once (D13, C74)', async () => {
      await open({
        head: scriptOf('/lib/mfa-elements.js') + scriptOf('/lib/mfa-elements.js?v=2'),
      });
      await host.signIn();
      assert.equal(host.logged.length, 1);
      assert.match(host.logged[0] ?? '', /^mfa-elements is on this page twice: version /);
    });

    for (const [what, head] of [
      ['after', scriptOf('/lib/mfa-elements.js') + scriptOf('/page.js')],
      ['before', scriptOf('/page.js') + scriptOf('/lib/mfa-elements.js')],
    ] as const) {
      it(`share locale and messages with a script of the page, loaded ${what} the tag's`, async () => {
        await open({ head, files: { '/page.js': OWN_SCRIPT } });
        await host.page.locator('html[data-ready]').waitFor();
        await host.page.getByRole('button', { name: 'Zo is het' }).waitFor();
        await host.page.getByText('uw telefoon').first().waitFor();
        assert.equal(host.logged.length, 1);
      });
    }
  });

  it('loads every file with an enumerable member in Object.prototype (C30)', async () => {
    await open({
      head: scriptOf('/pollute.js') + scriptOf('/lib/mfa-elements.js'),
      body: '<mfa-login base-url="/api" verify-url="/challenge"></mfa-login>',
      files: { '/pollute.js': "Object.prototype.extra = 'text';" },
    });
    await host.signIn();
    await host.page.evaluate(async (library) => {
      const { defineAll } = (await import(library)) as { readonly defineAll: () => Promise<void> };
      await defineAll();
    }, '/lib/mfa-elements.js');
    assert.deepEqual(host.logged, []);
    for (const name of ['account', 'definitions', 'linking', 'more', 'recovery']) {
      assert.ok(host.loaded.includes(`/lib/mfa-elements-${name}.js`), name);
    }
  });

  it('works with a member that is no function in Object.prototype when it loads (D15)', async () => {
    await open({
      head: scriptOf('/pollute.js') + scriptOf('/lib/mfa-elements.js'),
      files: {
        '/pollute.js':
          "for (const name of ['polluted', 'origins', 'before', 'steps', 'headers', 'tokens', 'body']) Object.prototype[name] = ['https://evil.example'];",
      },
    });
    await host.signIn();
    assert.deepEqual(host.logged, []);
    assert.ok(host.requests.every((request) => request.includes(' https://site.example/api/')));
  });

  describe('a name that another script has defined', () => {
    const foreign = (name: string): string =>
      `customElements.define('${name}', class extends HTMLElement {});`;
    const head = scriptOf('/foreign.js') + scriptOf('/lib/mfa-elements.js');

    it('is told in the console, and in the element that needs it (D11, C44)', async () => {
      await open({ head, files: { '/foreign.js': foreign('mfa-challenge') } });
      await host.page.getByText(MISCONFIGURED).waitFor();
      assert.deepEqual(host.logged, [
        '<mfa-challenge>: Another script on this page has defined this name, so the element of mfa-elements is not used: remove that script, or load it later.',
        '<mfa-login>: It needs <mfa-challenge>, which another script has defined.',
      ]);
      assert.match(await visibleText(), /which another script has defined/);
      assert.deepEqual(host.requests, []);
    });

    it('is told by the inner element if only that one needs it', async () => {
      await open({ head, files: { '/foreign.js': foreign('mfa-text-field') } });
      await host.page.getByText(MISCONFIGURED).waitFor();
      assert.equal(
        host.logged.at(-1),
        '<mfa-challenge>: It needs <mfa-text-field>, which another script has defined.',
      );
    });

    it('does not matter to an element that does not need it', async () => {
      await open({ head, files: { '/foreign.js': foreign('mfa-authenticators') } });
      await host.signIn();
      assert.deepEqual(host.logged, []);
    });

    it('is told in the console once an element with it is in the page', async () => {
      await open({
        head,
        body: '<mfa-authenticators></mfa-authenticators><mfa-login base-url="/api"></mfa-login>',
        files: { '/foreign.js': foreign('mfa-authenticators') },
      });
      await host.signIn();
      await host.untilLogged();
      assert.deepEqual(host.logged, [
        '<mfa-authenticators>: Another script on this page has defined this name, so the element of mfa-elements is not used: remove that script, or load it later.',
      ]);
    });

    it("may be the page's own subclass of ours", async () => {
      await open({
        head: scriptOf('/page.js'),
        files: {
          '/page.js': `import { CodeInputElement } from '/lib/mfa-elements.js?v=1';
            class Own extends CodeInputElement {}
            customElements.define('own-code-input', Own);`,
        },
      });
      await host.signIn();
      assert.deepEqual(host.logged, []);
    });
  });
});
