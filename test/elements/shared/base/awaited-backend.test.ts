import { expect } from '@open-wc/testing';
import '../../../../src/elements/challenge/mfa-challenge.js';
import '../../../../src/elements/enrollment/mfa-enrollment.js';
import { scriptedBackend } from '../../../../src/testing/index.js';
import { ConsoleRecorder } from '../../../support/console-recorder.js';
import { hearEvents } from '../../../support/events.js';
import { stopTime } from '../../../support/fake-time.js';
import { message } from '../../../support/message.js';
import { hearNavigations } from '../../../support/navigations.js';
import {
  announced,
  button,
  buttons,
  expectFocusOn,
  heading,
  show,
  text,
  until,
  untilText,
} from '../../../support/page.js';

const CANCEL = message('button.cancel');
const BEGIN_AGAIN = message('enrollment.canceled.action');
const CANCELED = message('enrollment.canceled.heading');
const LATE = message('error.timeout');

/** Records what a page logs. */
function recordConsole(): { logged: ConsoleRecorder } {
  const recorded = {} as { logged: ConsoleRecorder };
  beforeEach(() => {
    recorded.logged = new ConsoleRecorder();
  });
  afterEach(() => recorded.logged.stop());
  return recorded;
}

describe('an element that is used before its preset has loaded', () => {
  const recorded = recordConsole();
  const events = hearEvents();

  /** Shows an enrollment. The file of its preset is on its way; `requests` are sent after it has come. */
  async function loading(preset: 'okta' | 'logto' | 'supertokens') {
    const requests: string[] = [];
    const fetcher = (url: string) => {
      requests.push(url);
      return Promise.reject(new TypeError('No network in this test.'));
    };
    const properties = { preset, baseUrl: '/api', fetcher, cancelable: true };
    const element = await show('mfa-enrollment', properties);
    await element.updateComplete;
    return { element, requests };
  }

  const hasBackend = (element: HTMLElementTagNameMap['mfa-enrollment']) => (): boolean => {
    try {
      return Boolean(element.activeBackend);
    } catch {
      return false;
    }
  };

  it('begins again after Cancel as soon as the preset is there (D7)', async () => {
    const { element, requests } = await loading('okta');
    button(element, CANCEL).click();
    await untilText(element, CANCELED);
    button(element, BEGIN_AGAIN).click();
    await until(() => requests.length > 0, 'nothing is requested');
    await until(() => heading(element) !== undefined, 'the failure does not show');
    expect(text(element)).not.to.include(message('error.misconfigured'));
    expectFocusOn(heading(element));
    expect(recorded.logged.messages).to.deep.equal([]);
  });

  it('stays canceled when the preset comes (D7)', async () => {
    const { element, requests } = await loading('logto');
    button(element, CANCEL).click();
    await until(hasBackend(element), 'the preset does not come');
    await element.updateComplete;
    expect(text(element)).to.include(CANCELED);
    expect(requests).to.deep.equal([]);
    expect(events.heard.names).to.deep.equal(['mfa-enrollment-closed']);
  });

  it('begins once it is back in the page, if it was removed meanwhile (D7)', async () => {
    const { element, requests } = await loading('supertokens');
    const page = element.parentElement;
    element.remove();
    await until(hasBackend(element), 'the preset does not come');
    expect(requests).to.deep.equal([]);
    page?.append(element);
    await until(() => requests.length > 0, 'it does not begin');
    expect(recorded.logged.messages).to.deep.equal([]);
  });
});

describe('a backend that does not come', () => {
  const recorded = recordConsole();
  const stopped = stopTime();
  const navigations = hearNavigations();

  // The page never finishes loading, so a script of it may still name the backend.
  beforeEach(() =>
    Object.defineProperty(document, 'readyState', { value: 'interactive', configurable: true }),
  );
  afterEach(() => Reflect.deleteProperty(document, 'readyState'));

  async function waiting() {
    const element = await show('mfa-enrollment', {});
    await untilText(element, message('enrollment.starting'));
    stopped.time.pass(14);
    await element.updateComplete;
    expect(text(element)).not.to.include(LATE);
    stopped.time.pass(1);
    await untilText(element, LATE);
    return element;
  }

  it('is told of after 15 seconds, with a button that loads the page again (D4)', async () => {
    const element = await waiting();
    expect(announced(element)).to.deep.equal([LATE]);
    expect(buttons(element)).to.deep.equal([message('failure.reload.action')]);
    expect(text(element), 'the message for developers').not.to.include('<mfa-enrollment>');
    expect(recorded.logged.messages).to.have.length(1);
    expect(recorded.logged.messages[0]).to.include('still loading after 15 seconds');
    await expect(element).to.be.accessible();
    button(element, message('failure.reload.action')).click();
    await until(() => navigations.includes('reload'), 'the page is not loaded again');
  });

  it('may still be named later: the flow starts, and keeps the focus (D4)', async () => {
    const element = await waiting();
    element.backend = scriptedBackend();
    await untilText(element, message('enrollment.code.heading'));
    expect(text(element)).not.to.include(LATE);
    expectFocusOn(document.body);
  });

  it('is not told of by an element that is gone (D4)', async () => {
    const element = await show('mfa-challenge', {});
    await element.updateComplete;
    element.remove();
    stopped.time.pass(15);
    expect(recorded.logged.messages).to.deep.equal([]);
  });
});
