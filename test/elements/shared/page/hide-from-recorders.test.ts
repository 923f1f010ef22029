import { expect } from '@open-wc/testing';
import '../../../../src/elements/enrollment/mfa-enrollment.js';
import '../../../../src/elements/recovery-code-list/mfa-recovery-code-list.js';
import { SAMPLE, scriptedBackend } from '../../../../src/testing/index.js';
import { message } from '../../../support/message.js';
import { allElements, button, show, until, untilText } from '../../../support/page.js';
import { printWith } from '../../../support/printing.js';
import { HANDHELD } from '../../../../src/elements/enrollment/handheld-controller.js';
import { printSheet } from '../../recovery-code-list/recovery-code-list-page.js';

/** What each recorder leaves out, by its documentation. */
const LEFT_OUT_BY = {
  rrweb: '.rr-block',
  PostHog: '.ph-no-capture',
  Sentry: '.sentry-block',
  Datadog: '.dd-privacy-hidden',
  Fullstory: '.fs-exclude',
  Hotjar: '.data-hj-suppress',
  Amplitude: '.amp-block',
  Mixpanel: '.mp-block',
  'New Relic': '.nr-block',
  Pendo: '.pendo-ignore',
  LaunchDarkly: '.highlight-block',
  Mouseflow: '.mf-excluded',
  'Lucky Orange': '.lo-sensitive',
  Inspectlet: '.inspectlet-sensitive',
  'Yandex Metrica': '.ym-hide-content',
  Clarity: '[data-clarity-mask="true"]',
  LogRocket: '[data-private]',
  OpenReplay: '[data-openreplay-hidden]',
  Smartlook: '[data-sl="exclude"]',
  Contentsquare: '[data-cs-mask]',
  Heap: '[heap-ignore]',
  Dynatrace: '[data-dtrum-mask]',
  Matomo: '[data-matomo-mask]',
} as const;

/** Returns the recorders that would read an element: nothing in its own tree tells them to leave it out. */
const readersOf = (element: Element): string[] =>
  Object.entries(LEFT_OUT_BY)
    .filter(([, mark]) => element.closest(mark) === null)
    .map(([recorder]) => recorder);

/** Fails unless there are elements of each kind, and every recorder leaves out all of them. */
function expectLeftOut(within: Element, ...kinds: readonly string[]): void {
  for (const kind of kinds) {
    const found = allElements(within).filter((element) => element.matches(kind));
    expect(found.length, kind).to.be.greaterThan(0);
    expect(found.flatMap(readersOf), kind).to.deep.equal([]);
  }
}

describe('a mark for session recorders', () => {
  const matchMedia = window.matchMedia.bind(window);
  afterEach(() => {
    window.matchMedia = matchMedia;
  });

  async function scanning(): Promise<Element> {
    const element = await show('mfa-enrollment', { backend: scriptedBackend() });
    await untilText(element, message('enrollment.code.heading'));
    await until(
      () => allElements(element).some((it) => it.matches('svg[role=img]')),
      'no QR code is drawn',
    );
    return element;
  }

  it('is on the QR code, both forms of the key, and the field of the code and its digits', async () => {
    const element = await scanning();
    expectLeftOut(
      element,
      'svg[role=img] path',
      '[part=key] .group',
      '.spelled',
      'input',
      '[part=digit]',
    );
  });

  it('is on the link that opens the app', async () => {
    window.matchMedia = (query) =>
      query === HANDHELD
        ? Object.defineProperty(matchMedia(query), 'matches', { value: true })
        : matchMedia(query);
    expectLeftOut(await scanning(), 'a[href^="otpauth:"]');
  });

  it('is on the recovery codes, and on those on paper', async () => {
    const restore = printWith();
    const element = await show('mfa-recovery-code-list', { codes: SAMPLE.recoveryCodes });
    await untilText(element, SAMPLE.recoveryCodes[0]);
    expectLeftOut(element, '[part=recovery-code]');
    button(element, message('recovery-code-list.print')).click();
    expectLeftOut(document.documentElement, 'mfa-print-sheet');
    expectLeftOut(printSheet() ?? element, 'li');
    restore();
  });

  it('is on a field for text, whatever its type', async () => {
    for (const type of ['text', 'password'] as const) {
      const element = await show('mfa-text-field', { type });
      await element.updateComplete;
      expectLeftOut(element, 'input');
    }
  });

  it('is added to the input of an author, and keeps what the page has marked itself', async () => {
    const element = await show(
      'mfa-code-input',
      {},
      '<label>Code <input class="form-control rr-block" data-private="lipsum"></label>',
    );
    await element.updateComplete;
    expectLeftOut(element, 'input');
    expect(element.input.classList.contains('form-control')).to.equal(true);
    expect(element.input.dataset.private).to.equal('lipsum');
  });

  it('is written once: whoever observes the input sees no more', async () => {
    const element = await show('mfa-code-input', {});
    await element.updateComplete;
    const observer = new MutationObserver(() => undefined);
    observer.observe(element.input, { attributeFilter: ['class', 'data-private'] });
    element.requestUpdate();
    await element.updateComplete;
    expect(observer.takeRecords()).to.have.length(0);
  });
});
