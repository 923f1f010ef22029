import { expect } from '@open-wc/testing';
import '../../../../src/elements/challenge/mfa-challenge.js';
import '../../../../src/elements/enrollment/mfa-enrollment.js';
import '../../../../src/elements/login/mfa-login.js';
import type { BackendDefinition } from '../../../../src/backend/definition/definition.js';
import { SAMPLE, scriptedBackend } from '../../../../src/testing/index.js';
import { ConsoleRecorder } from '../../../support/console-recorder.js';
import { hearEvents } from '../../../support/events.js';
import { stopTime } from '../../../support/fake-time.js';
import { message } from '../../../support/message.js';
import { hearNavigations } from '../../../support/navigations.js';
import {
  announced,
  button,
  expectFocusOn,
  field,
  heading,
  show,
  text,
  until,
  untilText,
} from '../../../support/page.js';
import { enter } from '../../challenge/challenge-page.js';
import { appended, loaded } from '../../code-input/framed-page.js';

const NOT_OPENED = message('error.redirect-required');

/** A server that asks for the code on its own page. */
const goesTo = (navigate: string): BackendDefinition => ({
  operations: { verify: { navigate } },
});
const takesForm: BackendDefinition = {
  operations: {
    verify: { form: 'POST /eigen/controle', body: { otp: '{code}', submit: 'ja', remove: '1' } },
  },
};

/** A server whose response contains the URL of the page that asks for the code. */
const sentTo = (to: string) => ({
  fetcher: () => Promise.resolve(Response.json({ to }, { status: 422 })),
  definition: {
    operations: { verify: { request: 'POST /verify', body: { code: '{code}' } } },
    errors: [{ status: 422, kind: 'redirect-required', redirectTo: '$.to' }],
  } satisfies BackendDefinition,
});

describe('a backend that continues on its own page', () => {
  const events = hearEvents();
  let logged: ConsoleRecorder;
  beforeEach(() => (logged = new ConsoleRecorder()));
  afterEach(() => logged.stop());

  async function challenge(properties: Partial<HTMLElementTagNameMap['mfa-challenge']>) {
    const element = await show('mfa-challenge', { baseUrl: '/api', ...properties });
    await untilText(element, message('challenge.code.heading'));
    enter(element, SAMPLE.code);
    await until(
      () => text(element).includes(message('error.redirect-required')),
      'it does not say where this goes on',
    );
    return element;
  }

  it('fires mfa-navigate first; if the page cancels it, the element shows how to continue', async () => {
    const element = await challenge({ definition: goesTo('/eigen/pagina') });
    expect(events.heard.names).to.deep.equal(['mfa-navigate', 'mfa-error']);
    const url = `${location.origin}/api/eigen/pagina`;
    expect(events.heard.last('mfa-navigate')?.detail).to.deep.equal({ url });
    expect(events.heard.last('mfa-error')?.detail.kind).to.equal('redirect-required');
    expect(text(element)).to.include(NOT_OPENED);
    expect(button(element, message('code.submit')).getAttribute('aria-disabled')).not.to.equal(
      'true',
    );
    await expect(element).to.be.accessible();
    button(element, message('code.submit')).click();
    await until(() => events.heard.names.length === 4, 'it cannot be tried again');
  });

  it('reports the URL of a form, and not its content', async () => {
    await challenge({ definition: takesForm });
    const { detail } = events.heard.last('mfa-navigate') ?? {};
    expect(detail).to.deep.equal({ url: `${location.origin}/api/eigen/controle` });
    expect(document.querySelectorAll('form[method=post]')).to.have.length(0);
  });

  it('may use the origin of base-url, or one in allowed-origins', async () => {
    await challenge({ baseUrl: 'https://login.example/api', definition: goesTo('/pagina') });
    expect(events.heard.last('mfa-navigate')?.detail.url).to.equal(
      'https://login.example/api/pagina',
    );
    await challenge({ ...sentTo('https://id.example/x'), allowedOrigins: 'https://id.example' });
    expect(events.heard.last('mfa-navigate')?.detail.url).to.equal('https://id.example/x');
    expect(logged.messages).to.deep.equal([]);
  });

  for (const to of ['https://evil.example/?token=geheim', '//evil.example']) {
    it(`may not use ${to}: the page is not left, and its owner gets a report (C29)`, async () => {
      const element = await challenge(sentTo(to));
      expect(events.heard.names).to.deep.equal(['mfa-error']);
      expect(text(element)).to.include(NOT_OPENED);
      expect(logged.messages).to.have.length(1);
      expect(logged.messages[0]).to.include(
        "<mfa-challenge>: The backend's own page leads to an origin",
      );
      expect(logged.messages[0]).not.to.match(/evil|geheim/);
    });
  }

  it('may not use a script', async () => {
    const element = await show('mfa-challenge', {
      baseUrl: '/api',
      ...sentTo('javascript:alert(1)'),
    });
    await untilText(element, message('challenge.code.heading'));
    enter(element, SAMPLE.code);
    await until(() => events.heard.all.length > 0, 'nothing is said');
    expect(events.heard.names).to.deep.equal(['mfa-error']);
  });

  it('uses the settings of the element that the page wrote, also for a step inside it', async () => {
    const fetcher = () =>
      Promise.resolve(Response.json({ state: 'code-required', methods: ['totp'] }));
    const element = await show('mfa-login', {
      baseUrl: '/api',
      fetcher,
      definition: {
        operations: { status: { request: 'GET /status', result: '$' }, verify: { navigate: '/p' } },
      },
    });
    await untilText(element, message('challenge.code.heading'));
    const heard: EventTarget[] = [];
    element.addEventListener('mfa-navigate', ({ target }) => target && heard.push(target));
    enter(element, SAMPLE.code);
    await untilText(element, message('error.redirect-required'));
    expect(heard.map((target) => (target as Element).localName)).to.deep.equal(['mfa-login']);
  });
});

describe('a page that is left for one of the backend', () => {
  const SCRIPT = new URL('../../../../src/elements/challenge/mfa-challenge.ts', import.meta.url);

  /** Mounts a page in a frame, so that it can be left, with a code that is about to be sent. */
  async function framed(definition: BackendDefinition) {
    const frame = document.createElement('iframe');
    frame.srcdoc = '<!doctype html><html lang="nl"><title>A page</title><body></body></html>';
    await appended(frame);
    const page = frame.contentDocument;
    const realm = frame.contentWindow;
    if (!page || !realm) throw new Error('the frame has no page');
    const script = page.createElement('script');
    Object.assign(script, { type: 'module', src: SCRIPT.href });
    page.head.append(script);
    await realm.customElements.whenDefined('mfa-challenge');
    const element = page.createElement('mfa-challenge');
    page.body.append(Object.assign(element, { baseUrl: '/api', definition }));
    await untilSaid(element, message('challenge.code.heading'));
    return { frame, page, element };
  }

  // An element of another page is not an HTMLElement of this one, so it is found in a simpler way.
  const said = ({ shadowRoot }: Element) => shadowRoot?.textContent ?? '';
  const untilSaid = (element: Element, words: string) =>
    until(() => said(element).includes(words), `"${words}" is not said`);
  /** Listens, because the page may be gone at the next check. */
  const onceSaid = (element: Element, words: string) =>
    new Promise<void>((resolve) => {
      const observer = new MutationObserver(() => said(element).includes(words) && resolve());
      if (element.shadowRoot) {
        observer.observe(element.shadowRoot, {
          subtree: true,
          childList: true,
          characterData: true,
        });
      }
    });

  function send(element: Element): void {
    const input = element.querySelector('input');
    if (!input) throw new Error('there is no field');
    input.value = SAMPLE.code;
    input.form?.requestSubmit();
  }

  const addressOf = (frame: HTMLIFrameElement) => frame.contentWindow?.location.pathname;

  it('is left for its URL, and the element stays busy meanwhile', async () => {
    const { frame, element } = await framed(goesTo('/eigen/pagina'));
    const left = loaded(frame);
    const busy = onceSaid(element, message('button.busy'));
    send(element);
    await busy;
    await left;
    expect(addressOf(frame)).to.equal('/api/eigen/pagina');
  });

  it('is left with a form whose fields are in no attribute, and are stored nowhere', async () => {
    const { frame, page, element } = await framed(takesForm);
    const sent: [string, unknown][] = [];
    const attributes: string[] = [];
    page.addEventListener('formdata', ({ target, formData }) => {
      const form = target as HTMLFormElement;
      sent.push(...formData);
      attributes.push(HTMLFormElement.prototype.getAttribute.call(form, 'method') ?? '');
      attributes.push(...[...form.querySelectorAll('input')].map((input) => input.outerHTML));
    });
    const left = loaded(frame);
    send(element);
    await until(() => sent.length > 0, 'nothing was posted');
    expect(sent).to.deep.equal([
      ['otp', SAMPLE.code],
      ['submit', 'ja'],
      ['remove', '1'],
    ]);
    expect(attributes[0]).to.equal('post');
    expect(attributes.join()).not.to.include(SAMPLE.code);
    expect([...page.forms].filter((form) => !element.contains(form))).to.deep.equal([]);
    await left;
    expect(addressOf(frame)).to.equal('/api/eigen/controle');
  });

  it('starts again when the user returns to it', async () => {
    const { frame, page, element } = await framed(takesForm);
    // The form opens in another tab, so the page is as it was when it was left.
    const aside = Object.assign(page.createElement('iframe'), { name: 'aside' });
    page.head.append(Object.assign(page.createElement('base'), { target: 'aside' }));
    page.body.append(aside);
    const opened = loaded(aside);
    send(element);
    await untilSaid(element, message('button.busy'));
    await opened;
    for (const type of ['pagehide', 'pageshow']) {
      frame.contentWindow?.dispatchEvent(new PageTransitionEvent(type, { persisted: true }));
    }
    await until(() => !said(element).includes(message('button.busy')), 'the tag stays busy');
    await until(() => element.querySelector('input')?.value === '', 'there is no empty field');
  });
});

describe('a page that is not left for the next one, which sends nothing or a download', () => {
  const stopped = stopTime();
  const navigations = hearNavigations();

  for (const [what, definition] of [
    ['a URL', goesTo('/eigen/pagina')],
    ['a form', takesForm],
  ] as const) {
    it(`is told of after ten seconds, and can be left for ${what} again (D18)`, async () => {
      const element = await show('mfa-challenge', { baseUrl: '/api', definition });
      await untilText(element, message('challenge.code.heading'));
      enter(element, SAMPLE.code);
      await until(() => navigations.length === 1, 'the page is not left');
      stopped.time.pass(9);
      await element.updateComplete;
      expect(text(element)).not.to.include(NOT_OPENED);
      stopped.time.pass(1);
      await untilText(element, NOT_OPENED);
      expect(announced(element)).to.deep.equal([NOT_OPENED]);
      expect(field(element).value).to.equal(SAMPLE.code);
      await expect(element).to.be.accessible();
      button(element, message('code.submit')).click();
      await until(() => navigations.length === 2, 'it cannot be left again');
    });
  }

  const RETRY = message('failure.retry.action');

  /** Elements that are done and go to this URL. */
  const DONE = {
    'mfa-challenge': async (successUrl: string) => {
      const backend = scriptedBackend({ state: 'code-required' });
      const element = await show('mfa-challenge', { backend, successUrl });
      await untilText(element, message('challenge.code.heading'));
      enter(element, SAMPLE.code);
      return element;
    },
    'mfa-login': (successUrl: string) =>
      show('mfa-login', { backend: scriptedBackend({ state: 'verified' }), successUrl }),
    'mfa-enrollment': async (successUrl: string) => {
      const backend = scriptedBackend({
        on: { confirmEnrollment: { authenticator: SAMPLE.authenticator } },
      });
      const element = await show('mfa-enrollment', { backend, successUrl });
      await untilText(element, message('enrollment.code.heading'));
      enter(element, SAMPLE.code);
      const goOn = message('enrollment.done.action', SAMPLE.issuer);
      await untilText(element, goOn);
      button(element, goOn).click();
      return element;
    },
  };

  for (const [tag, finish] of Object.entries(DONE)) {
    it(`is told of by a finished ${tag}, which offers to go on (D18)`, async () => {
      const element = await finish('/portaal');
      await until(() => navigations.length === 1, 'the page is not left');
      await element.updateComplete;
      const focus = heading(element)?.matches(':focus');
      expect(text(element)).not.to.include(NOT_OPENED);
      stopped.time.pass(3);
      await untilText(element, NOT_OPENED);
      expect(announced(element)).to.deep.equal([NOT_OPENED]);
      if (focus) expectFocusOn(heading(element));
      await expect(element).to.be.accessible();
      button(element, RETRY).click();
      await until(() => navigations.length === 2, 'it cannot be left again');
    });
  }

  it('is not told of when it was left after all (D18)', async () => {
    const element = await DONE['mfa-challenge']('/portaal');
    await until(() => navigations.length === 1, 'the page is not left');
    window.dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }));
    stopped.time.pass(3);
    await element.updateComplete;
    expect(text(element)).not.to.include(NOT_OPENED);
  });
});

describe('a next page that is a part of this one', () => {
  const stopped = stopTime();

  it('is not said to be missing (D18)', async () => {
    const { href } = location;
    const backend = scriptedBackend({ state: 'verified' });
    const element = await show('mfa-login', { backend, successUrl: '#klaar' });
    await until(() => location.hash === '#klaar', 'the fragment is not there');
    stopped.time.pass(3);
    await element.updateComplete;
    expect(text(element)).not.to.include(NOT_OPENED);
    history.replaceState(null, '', href);
  });
});
