import { MfaError } from '../../../backend/mfa-error.js';

/**
 * The text of a `<script type="application/json">` that an attribute names, beside the tag or in the page.
 *
 * @param what What the script holds, for who has to write it: "a backend definition".
 * @throws MfaError `misconfigured` when there is no such script.
 */
export function scriptText(tag: Element, attribute: string, id: string, what: string): string {
  const root = tag.getRootNode() as Document | ShadowRoot;
  const script = root.getElementById(id) ?? document.getElementById(id);
  if (script instanceof HTMLScriptElement) return script.text;
  throw new MfaError(
    'misconfigured',
    `${attribute}="${id}" names no script: add <script type="application/json" id="${id}"> with ${what}.`,
  );
}
