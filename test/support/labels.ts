/**
 * Returns the labels of an input. Does not use `input.labels`: when that list is garbage-collected, WebKit may
 * crash the page (WebKit bug 300692, fixed in WebKit on 14 October 2025).
 */
export const labelsOf = (input: HTMLInputElement): HTMLLabelElement[] =>
  [...(input.getRootNode() as Document | ShadowRoot).querySelectorAll('label')].filter(
    ({ control }) => control === input,
  );
