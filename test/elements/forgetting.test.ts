import { expect } from '@open-wc/testing';
import '../../src/elements/login/mfa-login.js';
import type { MfaBackend } from '../../src/backend/backend.js';
import type { BackendDefinition } from '../../src/backend/definition/definition.js';
import { SAMPLE, scriptedBackend } from '../../src/testing/index.js';
import { message } from '../support/message.js';
import { show, until, untilText } from '../support/page.js';
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
