import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'node:test';
import type { Browser } from 'playwright';
import { launchChromium } from '../../demo/tools/browser/launch-chromium.mjs';
import { SAMPLE } from '../../src/testing/sample-account.js';
import { message } from '../support/message.js';
import { HostPage, scriptTag } from './host-page.js';

/** Names that are no member of a document, but that a library may look for in `window`. */
const GLOBAL_NAMES = [
  'trustedTypes',
  'ShadyCSS',
  'ShadyDOM',
  'JSCompiler_renameProperty',
  'litNonce',
  'litHtmlVersions',
  'litElementVersions',
  'reactiveElementVersions',
  'litPropertyMetadata',
  'litHtmlPolyfillSupport',
  'litElementPolyfillSupport',
  'reactiveElementPolyfillSupport',
  'litElementHydrateSupport',
  'mfa',
  'mfaElements',
  'mfa-elements',
];

/**
 * Gives the page an element of this tag with each name, so that `document[name]` is that element; and
 * without Trusted Types, as older browsers are, `trustedTypes` is one too.
 */
const clobber = (tag: string): string => `
  const names = new Set(${JSON.stringify(GLOBAL_NAMES)});
  for (let at = document; at; at = Object.getPrototypeOf(at)) {
    for (const name of Object.getOwnPropertyNames(at)) names.add(name);
  }
  globalThis.__name = (given) => given;
  delete globalThis.trustedTypes;
  globalThis.pageRoot = document.documentElement;
  const { body } = document;
  const create = document.createElement.bind(document);
  for (const name of names) {
    const element = create('${tag}');
    element.setAttribute('name', name);
    element.setAttribute('id', name);
    element.hidden = true;
    body.prepend(element);
  }`;

/** Signs in by a script, because the driver itself needs the members of the document. */
async function signIn({ code, verified }: { code: string; verified: string }): Promise<string> {
  const { pageRoot } = globalThis as unknown as { readonly pageRoot: HTMLElement };
  const texts = (): string =>
    [...pageRoot.getElementsByTagName('*')].map((at) => at.shadowRoot?.textContent ?? '').join();
  const until = async (holds: () => boolean): Promise<void> => {
    for (let tries = 300; tries > 0 && !holds(); tries -= 1) {
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  };
  const field = () => pageRoot.querySelector<HTMLInputElement>('mfa-code-input input');
  await until(() => field() !== null);
  const input = field();
  if (!input) return `There is no field: ${texts()}`;
  input.value = code;
  input.form?.requestSubmit();
  await until(() => texts().includes(verified));
  return texts().includes(verified) ? 'signed in' : texts();
}

describe('A page whose elements hide the members of its document', () => {
  let browser: Browser;
  let host: HostPage;
  before(async () => {
    browser = await launchChromium();
  });
  afterEach(() => host.close());
  after(() => browser.close());

  for (const tag of ['form', 'img', 'iframe', 'object', 'embed', 'a', 'div']) {
    it(`signs in beside <${tag} name="createElement"> and every other name`, async () => {
      host = await HostPage.open(browser, {
        head: '',
        body: `<mfa-login base-url="/api"></mfa-login><script>${clobber(tag)}</script>${scriptTag()}`,
      });
      const verified = message('challenge.verified.heading');
      const result = await host.page.evaluate(signIn, { code: SAMPLE.code, verified });
      assert.equal(result, 'signed in');
      assert.deepEqual(host.logged, []);
    });
  }
});
