/**
 * The labels of an input. Not `input.labels`: when that list is collected as garbage, WebKit may end
 * the page (WebKit bug 300692, mended in WebKit itself on 14 October 2025).
 */
export const labelsOf = (input: HTMLInputElement): HTMLLabelElement[] =>
  [...(input.getRootNode() as Document | ShadowRoot).querySelectorAll('label')].filter(
    ({ control }) => control === input,
  );
