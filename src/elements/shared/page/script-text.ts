import { MfaError } from '../../../backend/mfa-error.js';

/**
 * Returns the text of the `<script type="application/json">` that an attribute names. The script is in
 * the tree of the element or in the document.
 *
 * @param content The expected content, for the error message: "a backend definition".
 * @throws MfaError `misconfigured` if there is no such script.
 */
export function scriptText(
  element: Element,
  attribute: string,
  id: string,
  content: string,
): string {
  const root = element.getRootNode() as Document | ShadowRoot;
  const script = root.getElementById(id) ?? document.getElementById(id);
  if (script instanceof HTMLScriptElement) return script.text;
  throw new MfaError(
    'misconfigured',
    `${attribute}="${id}" does not name a script: add <script type="application/json" id="${id}"> with ${content}.`,
  );
}
