import type { ChallengeElement } from 'mfa-elements';
import { show } from '../../support/page.js';

/** The class of a harness, of the built package or of the sources: their element types differ. */
interface HarnessClass<Harness> {
  readonly tag: keyof HTMLElementTagNameMap;
  new (element: never): Harness;
}

/** The properties that these tests set. */
type Properties = Partial<
  Pick<ChallengeElement, 'backend' | 'baseUrl' | 'definition' | 'fetcher' | 'rememberDevice'>
>;

/** Shows the element of a harness, and returns the harness. */
export async function mount<Harness>(
  Harness: HarnessClass<Harness>,
  properties: Properties,
): Promise<Harness> {
  return new Harness((await show(Harness.tag, properties as never)) as never);
}
