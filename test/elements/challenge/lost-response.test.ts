import { expect } from '@open-wc/testing';
import { SAMPLE, scriptedBackend } from '../../../src/testing/index.js';
import { hearEvents } from '../../support/events.js';
import { message } from '../../support/message.js';
import { field, headings, show, untilFocused, untilText } from '../../support/page.js';
import { challenge, enter } from './challenge-page.js';

describe('a lost response at sign-in', () => {
  const events = hearEvents();

  it('requests the status and continues if the code had arrived', async () => {
    const { element, backend } = await challenge({
      on: {
        verify: ({ proceed }) => {
          proceed();
          return 'unknown-outcome';
        },
      },
    });
    enter(element, SAMPLE.code);
    await untilText(element, message('challenge.verified.heading'));
    expect(backend.calls.map(({ operation }) => operation)).to.deep.equal(['verify', 'status']);
    expect(events.heard.names).to.deep.equal(['mfa-error', 'mfa-verified']);
  });

  it('asks for the code again if it had not arrived, and never sends it by itself', async () => {
    const { element, backend } = await challenge({ on: { verify: 'unknown-outcome' } });
    enter(element, SAMPLE.code);
    await untilText(element, message('error.unexpected'));
    expect(backend.calls.map(({ operation }) => operation)).to.deep.equal(['verify', 'status']);
    await untilFocused(() => field(element));
  });

  it('continues if a slow server has accepted the code after all, and says that it was used', async () => {
    let finish = (): unknown => undefined;
    const { element, backend } = await challenge({
      on: {
        verify: ({ proceed }) => {
          finish = proceed;
          return 'unknown-outcome';
        },
      },
    });
    enter(element, SAMPLE.code);
    await untilText(element, message('error.unexpected'));
    finish();
    backend.on.verify = 'code-reused';
    enter(element, SAMPLE.code);
    await untilText(element, message('challenge.verified.heading'));
    expect(backend.calls.map(({ operation }) => operation)).to.deep.equal([
      'verify',
      'status',
      'verify',
      'status',
    ]);
  });

  it('is busy during the request of the status', async () => {
    const { element, backend } = await challenge({ on: { verify: 'unknown-outcome' } });
    const held = backend.hold('status');
    enter(element, SAMPLE.code);
    await held.called;
    await untilText(element, message('button.busy'));
    held.settle('offline');
    await untilText(element, message('challenge.unknown-outcome'));
  });

  it('asks for the code again if the server has no status', async () => {
    const backend = scriptedBackend({
      state: 'code-required',
      without: ['status'],
      on: { verify: 'unknown-outcome' },
    });
    const element = await show('mfa-challenge', { backend });
    await untilText(element, message('challenge.code.heading'));
    enter(element, SAMPLE.code);
    await untilText(element, message('challenge.unknown-outcome'));
    expect(headings(element)).to.deep.equal([message('challenge.code.heading')]);
    expect(events.heard.names, 'a missing look-up is no error').to.deep.equal(['mfa-error']);
  });
});
