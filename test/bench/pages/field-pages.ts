import { benchPage, moduleTag, preloads, SCRIPT_TAG, type BenchPage } from '../bench-page.js';
import type { Bundles } from '../bundles.js';
import { filesAtOnce } from '../script-tag.js';

const CHALLENGE = '<mfa-challenge autofocus base-url="/api"></mfa-challenge>';

/** The least that a page can do: a field of the page itself, without a file. */
export const BARE = benchPage({
  name: 'bare input',
  body: `<label for="code">Code</label>
<input id="code" inputmode="numeric" autocomplete="one-time-code" maxlength="6">
<script>document.querySelector('#code').focus();</script>`,
});

export const scriptTagChallenge = (): BenchPage =>
  benchPage({ name: 'mfa-challenge, script tag', head: SCRIPT_TAG, body: CHALLENGE });

/** A code is due. */
export const scriptTagLogin = (lang = 'nl'): BenchPage =>
  benchPage({
    name: 'mfa-login, script tag',
    lang,
    head: SCRIPT_TAG,
    body: '<mfa-login autofocus base-url="/api"></mfa-login>',
  });

/** A code is due, at a server with an address of its own for it. */
export const scriptTagLoginElsewhere = (): BenchPage =>
  benchPage({
    name: 'mfa-login, script tag, another address',
    head: SCRIPT_TAG,
    body: '<mfa-login autofocus base-url="/api" verify-url="/verify"></mfa-login>',
  });

export async function preloadedChallenge(): Promise<BenchPage> {
  const urls = (await filesAtOnce()).map((name) => `/lib/${name}`);
  return benchPage({
    name: 'mfa-challenge, script tag and modulepreload',
    head: preloads(urls) + SCRIPT_TAG,
    body: CHALLENGE,
  });
}

/** Returns the tags of a bundle, as bundlers write them into a page. */
function bundleTags(bundles: Bundles, name: keyof Bundles): string {
  const { entry, atOnce } = bundles[name];
  const others = atOnce.filter((file) => file !== entry).map((file) => `/${name}/${file}`);
  return preloads(others) + moduleTag(`/${name}/${entry}`);
}

export const bundledChallenge = (bundles: Bundles): BenchPage =>
  benchPage({
    name: 'mfa-challenge, ES modules in a bundle',
    head: bundleTags(bundles, 'challenge'),
    body: CHALLENGE,
  });

/** The code field in a form of the page, which focuses it. */
export const codeInput = (bundles: Bundles): BenchPage =>
  benchPage({
    name: 'mfa-code-input, ES modules in a bundle',
    head: bundleTags(bundles, 'code-input'),
    body: `<form><mfa-code-input><input name="code"></mfa-code-input></form>
<script type="module">
  await customElements.whenDefined('mfa-code-input');
  document.querySelector('input').focus();
</script>`,
  });

export const ionInputOtp = (bundles: Bundles): BenchPage =>
  benchPage({
    name: 'ion-input-otp',
    head: bundleTags(bundles, 'ion-input-otp'),
    body: '<ion-input-otp length="6">Code</ion-input-otp>',
  });

export const inputOtp = (bundles: Bundles): BenchPage =>
  benchPage({
    name: 'input-otp and React',
    head: bundleTags(bundles, 'input-otp'),
    body: '<div id="field"></div>',
  });
