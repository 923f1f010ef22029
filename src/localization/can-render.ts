import { html, render } from 'lit';

let isAllowed: boolean | undefined;

/**
 * Returns whether Lit can render here. Where the page's Trusted Types forbid its policy and strings as
 * well, every template throws, and the elements would be blank (C41). The console then says so, once.
 */
export function canRender(): boolean {
  isAllowed ??= tryToRender();
  return isAllowed;
}

function tryToRender(): boolean {
  try {
    render(html`<slot></slot>`, new DocumentFragment());
    return true;
  } catch (error) {
    if (areStringsAllowed()) throw error;
    // eslint-disable-next-line no-console -- for the owner of the page, once
    console.error(
      'mfa-elements: the Content-Security-Policy of this page forbids what the elements need to show anything. Add "trusted-types mfa-elements" to it.',
    );
    return false;
  }
}

function areStringsAllowed(): boolean {
  try {
    new DOMParser().parseFromString('', 'text/html');
    return true;
  } catch {
    return false;
  }
}
