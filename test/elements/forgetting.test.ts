import { expect } from '@open-wc/testing';
import '../../src/elements/code-input/mfa-code-input.js';
import '../../src/elements/login/mfa-login.js';
import '../../src/elements/text-field/mfa-text-field.js';
import type { MfaBackend } from '../../src/backend/backend.js';
import type { BackendDefinition } from '../../src/backend/definition/definition.js';
import { SAMPLE, scriptedBackend } from '../../src/testing/index.js';
import { message } from '../support/message.js';
import { PLANTED, plantedEnrollment, tracesIn } from '../support/planted-secrets.js';
import { button, field, fill, show, until, untilText } from '../support/page.js';
import { otherTab } from './authenticators/authenticators-page.js';

/** A server that sends a ticket with each response and requires it with the next request. */
const definition = (name = 'tickets'): BackendDefinition => ({
  name,
  headers: { 'x-ticket': '{ticket}' },
  capture: { ticket: '$.ticket' },
  operations: {
    listAuthenticators: { request: 'GET /apps', result: { $each: '$.apps' } },
  },
});

/** The ticket of each request; `none` for a request without one. */
function ticketOffice() {
  const tickets: string[] = [];
  const fetcher = (_url: string, init: RequestInit) => {
    tickets.push(new Headers(init.headers).get('x-ticket') ?? 'none');
    const { id, name, method } = SAMPLE.authenticator;
    return Promise.resolve(
      Response.json({ ticket: `kaartje-${tickets.length}`, apps: [{ id, name, method }] }),
    );
  };
  return { tickets, fetcher };
}

describe('what a backend captured from earlier responses', () => {
  async function listed() {
    const { tickets, fetcher } = ticketOffice();
    const properties = { baseUrl: '/api', definition: definition(), fetcher };
    const element = await show('mfa-authenticators', properties);
    await untilText(element, SAMPLE.authenticator.name);
    const asked = (times: number) =>
      until(() => tickets.length === times, `the list was not read ${times} times`);
    return { element, tickets, asked, parent: element.parentElement };
  }

  it('is sent with the next request, also if the element was moved', async () => {
    const { element, tickets, asked, parent } = await listed();
    const aside = document.createElement('aside');
    parent?.append(aside);
    aside.append(element);
    await element.updateComplete;
    otherTab().tell();
    await asked(2);
    expect(tickets).to.deep.equal(['none', 'kaartje-1']);
  });

  it('is forgotten when the element is removed', async () => {
    const { element, tickets, asked, parent } = await listed();
    element.remove();
    await element.updateComplete;
    parent?.append(element);
    await asked(2);
    expect(tickets).to.deep.equal(['none', 'none']);
  });

  it('is forgotten when the page is left', async () => {
    const { tickets, asked } = await listed();
    for (const type of ['pagehide', 'pageshow']) {
      window.dispatchEvent(new PageTransitionEvent(type, { persisted: true }));
    }
    await asked(2);
    expect(tickets).to.deep.equal(['none', 'none']);
  });

  it('is not shared with another backend', async () => {
    const { element, tickets, asked } = await listed();
    element.definition = definition('others');
    await asked(2);
    expect(tickets).to.deep.equal(['none', 'none']);
  });
});

describe('a backend of the page', () => {
  it('is never asked to forget: the page may use it elsewhere', async () => {
    let forgotten = 0;
    const backend: MfaBackend = {
      ...scriptedBackend({ state: 'code-required' }),
      forget: () => {
        forgotten += 1;
      },
    };
    const element = await show('mfa-login', { backend });
    await untilText(element, message('challenge.code.heading'));
    window.dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }));
    window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
    await untilText(element, message('challenge.code.heading'));
    element.backend = scriptedBackend({ state: 'verified' });
    await untilText(element, message('challenge.verified.heading'));
    element.remove();
    await element.updateComplete;
    expect(forgotten).to.equal(0);
  });
});

describe('what was typed', () => {
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));

  for (const tag of ['mfa-code-input', 'mfa-text-field'] as const) {
    it(`in ${tag} is gone once it is removed (C9)`, async () => {
      const element = await show(tag, {});
      await element.updateComplete;
      fill(field(element), PLANTED.code);
      element.remove();
      await until(() => element.input.value === '', 'the code stays');
      expect(element.value).to.equal('');
    });

    it(`in ${tag} stays when it is only moved (C77)`, async () => {
      const element = await show(tag, {});
      await element.updateComplete;
      fill(field(element), PLANTED.code);
      element.before(element.ownerDocument.createElement('aside'));
      element.previousElementSibling?.append(element);
      await frame();
      expect(element.value).to.equal(PLANTED.code);
    });
  }
});

describe('the last match of a regular expression', () => {
  /** Every text that the engine remembers of it. */
  const remembered = (): string =>
    ['input', 'lastMatch', 'leftContext', 'rightContext', 'lastParen', '$1', '$2', '$3']
      .map((name) => String(Reflect.get(RegExp, name)))
      .join();

  it('holds no code that was typed, once its digits are painted', async () => {
    const element = await show('mfa-code-input', {});
    await element.updateComplete;
    fill(field(element), PLANTED.code);
    await element.updateComplete;
    expect(tracesIn(remembered())).to.deep.equal([]);
  });

  it('holds no code that was sent', async () => {
    const element = await show('mfa-challenge', {
      backend: scriptedBackend({ state: 'code-required', on: { verify: {} } }),
    });
    await untilText(element, message('challenge.code.heading'));
    fill(field(element), PLANTED.code);
    button(element, message('code.submit')).click();
    const verified = new Promise((resolve) => element.addEventListener('mfa-verified', resolve));
    await verified;
    await element.updateComplete;
    expect(tracesIn(remembered())).to.deep.equal([]);
  });

  it('holds no key once linking an app is removed', async () => {
    const element = await show('mfa-enrollment', {
      backend: scriptedBackend({ on: { startEnrollment: plantedEnrollment } }),
    });
    await untilText(element, message('enrollment.code.heading'));
    element.requestUpdate();
    await element.updateComplete;
    element.remove();
    await element.updateComplete;
    expect(tracesIn(remembered())).to.deep.equal([]);
  });
});
