import { expect } from '@open-wc/testing';
import Modal from 'bootstrap/js/dist/modal.js';
import { SAMPLE, scriptedBackend } from '../../../../src/testing/index.js';
import { pressKeys } from '../../../support/engine.js';
import { message, messagePattern } from '../../../support/message.js';
import {
  allElements,
  button,
  field,
  until,
  untilFocused,
  untilText,
} from '../../../support/page.js';
import {
  BIN,
  openDialog,
  PENCIL,
  QUESTION,
  REMOVE,
} from '../../authenticators/authenticators-page.js';

/** A page's own dialog, in which the linked apps are. */
interface Host {
  readonly element: HTMLElement;
  readonly isOpen: () => boolean;
}

function added(markup: string): HTMLElement {
  const page = document.createElement('div');
  page.append(document.createRange().createContextualFragment(markup));
  document.body.append(page);
  pages.push(page);
  return page.querySelector<HTMLElement>('.host') ?? page;
}
const pages: HTMLElement[] = [];
let stop = new AbortController();

/** Adds a dialog that closes on a key event of the page, as many scripts do it. */
function closesOn(target: EventTarget, type: 'keydown' | 'keyup', capture: boolean): () => Host {
  return () => {
    const element = added('<div class="host" role="dialog"></div>');
    const close = (event: Event) => {
      if ((event as KeyboardEvent).key === 'Escape') element.hidden = true;
    };
    target.addEventListener(type, close, { capture, signal: stop.signal });
    return { element, isOpen: () => !element.hidden };
  };
}

const HOSTS: Readonly<Record<string, () => Host>> = {
  'a modal of Bootstrap': () => {
    const element = added(
      '<div class="modal host" tabindex="-1"><div class="modal-dialog"><button>Sluiten</button></div></div>',
    );
    const modal = new Modal(element);
    modal.show();
    stop.signal.addEventListener('abort', () => modal.dispose());
    return { element, isOpen: () => element.classList.contains('show') };
  },
  'a modal dialog of the browser': () => {
    const element = added('<dialog class="host"></dialog>') as HTMLDialogElement;
    element.showModal();
    return { element, isOpen: () => element.open };
  },
  'a popover': () => {
    const element = added('<div class="host" popover></div>');
    element.showPopover();
    return { element, isOpen: () => element.matches(':popover-open') };
  },
  'a dialog that listens on the document': closesOn(document, 'keydown', false),
  'a dialog that listens on the document before others': closesOn(document, 'keydown', true),
  'a dialog that listens on the window': closesOn(window, 'keydown', false),
  'a dialog that closes when the key goes up': closesOn(document, 'keyup', false),
};

describe('Escape in an element that is in', () => {
  beforeEach(() => (stop = new AbortController()));
  afterEach(() => {
    stop.abort();
    for (const page of pages.splice(0)) page.remove();
  });

  async function listedIn({ element: host }: Host, stepUp: readonly 'password'[] = []) {
    const element = document.createElement('mfa-authenticators');
    element.backend = scriptedBackend({ state: 'verified', stepUp });
    host.append(element);
    await untilText(element, messagePattern('authenticators.linked-on'));
    return element;
  }

  for (const [name, open] of Object.entries(HOSTS)) {
    it(`${name} closes our dialog, and the next one that (host page 9)`, async () => {
      const host = open();
      const element = await listedIn(host);
      button(element, BIN).click();
      await untilText(element, QUESTION);
      await pressKeys('Escape');
      await until(() => openDialog(element) === undefined, 'our dialog stays');
      await untilFocused(() => button(element, BIN));
      expect(host.isOpen()).to.equal(true);
      await pressKeys('Escape');
      await until(() => !host.isOpen(), 'the dialog of the page stays');
    });

    it(`${name} ends the change of a name, and the next one closes that (host page 9)`, async () => {
      const host = open();
      const element = await listedIn(host);
      button(element, PENCIL).click();
      await untilFocused(() => element.querySelector('input'));
      await pressKeys('Escape');
      await untilFocused(() => button(element, PENCIL));
      expect(host.isOpen()).to.equal(true);
      await pressKeys('Escape');
      await until(() => !host.isOpen(), 'the dialog of the page stays');
    });

    it(`${name} closes our dialog after a click on its text (host page 9)`, async () => {
      const host = open();
      const element = await listedIn(host);
      button(element, BIN).click();
      await untilText(element, QUESTION);
      (element.shadowRoot?.activeElement as HTMLElement).blur();
      await pressKeys('Escape');
      await until(() => openDialog(element) === undefined, 'our dialog stays');
      expect(host.isOpen()).to.equal(true);
    });

    it(`${name} is not needed to type a password in our dialog, and Enter sends it there only (host page 9)`, async () => {
      const host = open();
      const form = document.createElement('form');
      const submitted: Event[] = [];
      form.addEventListener('submit', (event) => {
        event.preventDefault();
        submitted.push(event);
      });
      host.element.append(form);
      const element = await listedIn({ ...host, element: form }, ['password']);
      button(element, BIN).click();
      await untilText(element, QUESTION);
      button(element, REMOVE).click();
      await untilFocused(() => element.querySelector('input'));
      await pressKeys(...SAMPLE.password);
      expect(field(element).value).to.equal(SAMPLE.password);
      await pressKeys('Tab', 'Shift+Tab');
      await untilFocused(() => element.querySelector('input'));
      await pressKeys('Enter');
      await untilText(element, message('authenticators.unlinked', SAMPLE.authenticator.name));
      expect(submitted).to.deep.equal([]);
      expect(host.isOpen()).to.equal(true);
      expect(allElements(element).some((inner) => inner.matches('dialog[open]'))).to.equal(false);
    });
  }
});
