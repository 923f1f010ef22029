/** A message, as its translator sees it. */
export interface Unit {
  readonly id: string;
  readonly english: string;
  readonly translation: string;
  readonly note: string;
}

/** The text of an element, with each placeholder as `{0}`. */
function words(unit: Element, name: string): string {
  const element = unit.querySelector(name)?.cloneNode(true) as Element | undefined;
  for (const placeholder of element?.querySelectorAll('x') ?? []) {
    placeholder.replaceWith(`{${placeholder.id}}`);
  }
  return element?.textContent ?? '';
}

/** The messages of a locale, out of its file. */
export async function readUnits(locale: string): Promise<readonly Unit[]> {
  const answer = await fetch(new URL(`../../locales/${locale}.xlf`, import.meta.url));
  const file = new DOMParser().parseFromString(await answer.text(), 'application/xml');
  return [...file.querySelectorAll('trans-unit')].map((unit) => ({
    id: unit.id,
    english: words(unit, 'source'),
    translation: words(unit, 'target'),
    note: words(unit, 'note'),
  }));
}
