import { HANDHELD } from '../../../src/elements/enrollment/handheld-controller.js';
import '../../../src/elements/enrollment/mfa-enrollment.js';
import {
  SAMPLE,
  scriptedBackend,
  type ScriptedBackendOptions,
} from '../../../src/testing/index.js';
import { message } from '../../support/message.js';
import {
  button,
  allElements,
  field,
  fill,
  visibleElements,
  show,
  untilText,
} from '../../support/page.js';

export const VERIFY = message('code.submit');
export const LINKED = message('enrollment.done.heading', 'ProfiPortaal');
export const KEY = 'JBSW Y3DP EHPK 3PXP JBSW Y3DP EHPK 3PXP';

type Properties = Partial<HTMLElementTagNameMap['mfa-enrollment']>;

/** Shows an enrollment with a server in memory. */
export async function enrollment(
  options: ScriptedBackendOptions = {},
  properties: Properties = {},
) {
  const backend = scriptedBackend(options);
  const element = await show('mfa-enrollment', { backend, ...properties });
  return { element, backend };
}

/** Shows an enrollment, and waits for the QR code. */
export async function scanning(options: ScriptedBackendOptions = {}, properties: Properties = {}) {
  const shown = await enrollment(options, properties);
  await untilText(shown.element, message('enrollment.code.heading'));
  return shown;
}

/** Returns the summary that unfolds something. */
export function fold(
  element: HTMLElementTagNameMap['mfa-enrollment'],
  what: 'apps' | 'key' | 'qr' | 'steps',
  index = 0,
) {
  const folds = visibleElements(element).filter((it) => it.matches(`summary[part~=show-${what}]`));
  const summary = folds[index];
  if (!(summary instanceof HTMLElement))
    throw new Error(`There are ${folds.length} folds of ${what}.`);
  return summary;
}

/** Opens or closes something, and waits for the element. */
export async function unfold(...which: Parameters<typeof fold>): Promise<void> {
  const summary = fold(...which);
  const toggled = new Promise((resolve) => {
    summary.parentElement?.addEventListener('toggle', resolve, { once: true });
  });
  summary.click();
  await toggled;
  await which[0].updateComplete;
}

/** Returns true if the key is anywhere in the element, shown or folded away. */
export const holdsKey = (element: HTMLElement): boolean =>
  allElements(element)
    .flatMap((it) => [it.shadowRoot?.textContent ?? '', it.getAttribute('href') ?? ''])
    .some((content) => content.replaceAll(/[\s,]/g, '').includes(SAMPLE.secret));

/** Types a code and presses the button. */
export function enter(element: HTMLElement, code: string): void {
  fill(field(element), code);
  button(element, VERIFY).click();
}

/** Returns the drawn QR code, if there is one. */
export const drawing = (element: HTMLElement): Element | undefined =>
  allElements(element).find(
    (inner) => inner.localName === 'svg' && inner.getAttribute('role') === 'img',
  );

/** Makes this browser match the media query of a phone; `turn(false)` makes it a computer again. */
export function onAHandheld(): { readonly turn: (handheld: boolean) => void } {
  const real = window.matchMedia.bind(window);
  const changes = new EventTarget();
  let isHandheld = true;
  beforeEach(() => {
    isHandheld = true;
    window.matchMedia = (query) =>
      query === HANDHELD
        ? Object.defineProperties(real(query), {
            matches: { get: () => isHandheld },
            addEventListener: { value: changes.addEventListener.bind(changes) },
            removeEventListener: { value: changes.removeEventListener.bind(changes) },
          })
        : real(query);
  });
  afterEach(() => {
    window.matchMedia = real;
  });
  return {
    turn: (handheld) => {
      isHandheld = handheld;
      changes.dispatchEvent(new Event('change'));
    },
  };
}
