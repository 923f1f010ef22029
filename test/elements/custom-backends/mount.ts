import type { ChallengeElement } from 'mfa-elements';
import { show } from '../../support/page.js';

/** A harness of the built package, or of the sources: to the compiler their tags differ. */
interface Driver<Harness> {
  readonly tag: keyof HTMLElementTagNameMap;
  new (element: never): Harness;
}

/** What a page says to a tag in these tests. */
type Settings = Partial<
  Pick<ChallengeElement, 'backend' | 'baseUrl' | 'definition' | 'fetcher' | 'rememberDevice'>
>;

/** Shows a tag as a page does; the answer is what drives it. */
export async function drive<Harness>(
  Driver: Driver<Harness>,
  settings: Settings,
): Promise<Harness> {
  return new Driver((await show(Driver.tag, settings as never)) as never);
}
