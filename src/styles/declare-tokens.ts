import { unsafeCSS, type CSSResult } from 'lit';

/**
 * Declares the private property of each token, the page's value or else the default. A module of its own,
 * since the build minifies no CSS beside `unsafeCSS`.
 */
export const declareTokens = (defaults: Readonly<Record<string, string>>): CSSResult =>
  unsafeCSS(
    Object.entries(defaults)
      .map(([name, value]) => `--_${name}: var(--mfa-${name}, ${value})`)
      .join(';'),
  );
