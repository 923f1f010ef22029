/**
 * The name of the Trusted Types policy of the Lit inside `dist/mfa-elements.js`, for the page's
 * Content-Security-Policy (README, Strict pages).
 */
const POLICY = 'mfa-elements';

/** The part of the page's Trusted Types that Lit uses. */
interface Factory {
  readonly emptyScript: unknown;
  createPolicy(name: string, rules: object): unknown;
}

/** In a browser without Trusted Types, an element with this id would be here. */
const isFactory = (given: unknown): given is Factory =>
  typeof given === 'object' && given !== null && !(given instanceof Node);

/**
 * Creates the policy, or returns `undefined` if the page forbids it: Lit then assigns strings.
 *
 * Why not one policy for all copies of the library: whatever a second copy can find, any script of the
 * page can, and this policy lets every text pass. The second copy works without one, because the elements
 * on the page are those of the first. A copy that has to render where strings are forbidden too shows a
 * sentence in place of its content (LocalizedElement).
 */
function createPolicy(factory: Factory, rules: object): unknown {
  try {
    return factory.createPolicy(POLICY, rules);
  } catch {
    return undefined;
  }
}

function ownTrustedTypes(factory: unknown): Factory | undefined {
  if (!isFactory(factory)) return undefined;
  return {
    emptyScript: factory.emptyScript,
    createPolicy: (_name, rules) => createPolicy(factory, rules),
  };
}

/** Replaces a global of Lit that it reads by its bare name. */
export const litPropertyMetadata = new WeakMap<object, unknown>();

/**
 * The globals of the page as the Lit inside `dist/mfa-elements.js` sees them, in place of `globalThis`
 * (inside-a-page.ts). Without the rest, such as `litHtmlVersions`, it has nothing to do with a page's own
 * Lit, and an element with such an id does not stop it.
 */
export const litGlobals = {
  ShadowRoot,
  litPropertyMetadata,
  trustedTypes: ownTrustedTypes(Reflect.get(globalThis, 'trustedTypes')),
};
