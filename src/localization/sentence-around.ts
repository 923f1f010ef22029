import { html, type TemplateResult } from 'lit';

/** "Object replacement character": stands in a text where something that is no text goes. */
const PLACE = '\uFFFC';

/**
 * A sentence with an element in it, such as a date in `<time>`: in each language the element stands
 * where its sentence wants it.
 *
 * @param sentence Gives the message with this in the place of the element.
 */
export function sentenceAround(
  sentence: (place: string) => string,
  element: TemplateResult,
): TemplateResult {
  const [before, ...after] = sentence(PLACE).split(PLACE);
  return html`${before}${after.map((text) => html`${element}${text}`)}`;
}
