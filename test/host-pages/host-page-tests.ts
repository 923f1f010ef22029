import { aTimeout, expect } from '@open-wc/testing';
import '../support/define-all.js';
import { ConsoleRecorder } from '../support/console-recorder.js';
import { pressKeys } from '../support/engine.js';
import { hearEvents } from '../support/events.js';
import { message } from '../support/message.js';
import { button, field, fill, focused, text, until, untilText } from '../support/page.js';
import type { HostLibrary, HostPage } from './host-library.js';
import { HostServer } from './host-server.js';
import { CODE_FIELD, SIGN_IN, STEPS, type HostStep } from './host-steps.js';
import {
  FORM_ACTION,
  node,
  type PageContent,
  type PageNode,
  type PlacedElement,
} from './page-content.js';

/** The rewrites of a page in the count, unless the library has another number. */
const REWRITES = 200;

/** Waits for the next task, without the pause that browsers add to timers. */
const nextTask = (): Promise<void> =>
  new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });

/** A page of a library, with a person at one step in it. */
export class Visit {
  /** What the page's own form sent, each time. */
  readonly submitted: FormData[] = [];
  readonly server: HostServer;
  readonly #step: HostStep;
  readonly #root = document.createElement('div');
  readonly #ended = new AbortController();
  #page: HostPage | undefined;
  #news = 0;

  constructor(step: HostStep) {
    this.#step = step;
    this.server = new HostServer(step.server);
    document.body.append(this.#root);
    const { signal } = this.#ended;
    // In the capturing phase: Turbo would send the form itself.
    window.addEventListener('submit', (event) => this.#keep(event), { signal, capture: true });
  }

  /** Opens the page with the element in it, and goes to the field. */
  async open(library: HostLibrary, child: PageNode = null): Promise<void> {
    this.#page = await library.open(this.#root, this.#content({ child }), this.server);
    await until(() => this.#find() !== null, 'the element does not come');
    await this.#step.reach(this.element);
    await this.reachField();
  }

  /** Goes to the field. */
  async reachField(): Promise<void> {
    await until(() => this.#fields() === 1, 'no field comes');
    field(this.element).focus();
  }

  /** The element in the page. */
  get element(): HTMLElement {
    const found = this.#find();
    if (!found) throw new Error('The page has no element.');
    return found;
  }

  /** Changes the page: the news in it, and what is given. `null` takes the element out of it. */
  async rewrite(change: Partial<PlacedElement> | null = {}): Promise<void> {
    this.#news += 1;
    await this.#page?.show(this.#content(change));
    await nextTask();
  }

  /** Returns what the person has before them. */
  state(input = field(this.element)): FieldState {
    const { value, selectionStart, selectionEnd } = input;
    return {
      value,
      selection: `${selectionStart}-${selectionEnd}`,
      hasFocus: focused() === input,
    };
  }

  /** Returns how often something was sent. */
  get sent(): number {
    const { sends } = this.#step;
    return sends === 'form'
      ? this.submitted.length
      : this.server.backend.calls.filter(({ operation }) => operation === sends).length;
  }

  /** Types the rest, presses Enter and waits until it is sent. */
  async finish(rest = this.#step.typed[1]): Promise<void> {
    await pressKeys('End', ...rest, 'Enter');
    await until(() => this.sent > 0, 'nothing is sent');
    // Nothing follows: neither at once nor with the next change of the page.
    await this.rewrite().catch(() => undefined);
  }

  end(): void {
    this.#page?.close?.();
    this.#ended.abort();
    this.server.stop();
    this.#root.remove();
  }

  #content(change: Partial<PlacedElement> | null): PageContent {
    return { news: this.#news, element: change && { ...this.#step.element, ...change } };
  }

  #find(): HTMLElement | null {
    return document.querySelector<HTMLElement>(this.#step.element.tag);
  }

  #fields(): number {
    try {
      return field(this.element) ? 1 : 0;
    } catch {
      return 0;
    }
  }

  #keep(event: SubmitEvent): void {
    const form = event.target as HTMLFormElement;
    if (form.getAttribute('action') !== FORM_ACTION) return;
    event.preventDefault();
    this.submitted.push(new FormData(form));
  }
}

export interface FieldState {
  readonly value: string;
  readonly selection: string;
  readonly hasFocus: boolean;
}

/** Returns the only input, without looking whether it is visible, which takes long. */
function inputIn(element: HTMLElement): HTMLInputElement {
  const [only, ...more] = element.querySelectorAll('input');
  if (!only || more.length > 0) throw new Error('There is not one input.');
  return only;
}

const help = (slot: string, words: string): PageNode => node('p', { slot }, words);

/** A form of the author, as a page that also works without JavaScript has it. */
const OWN_FORM = node(
  'form',
  { action: '/verify', method: 'post' },
  node('label', { for: 'own-code' }, 'Code uit je app'),
  node('mfa-code-input', {}, node('input', { id: 'own-code', name: 'code' })),
);

/**
 * Runs the cases of a library that changes the page around a person who types, and leaves the element in its
 * place.
 */
export function testHostPage(library: HostLibrary): void {
  describe(`a page changed by ${library.name}`, () => {
    hearEvents();
    let visit: Visit;
    afterEach(() => visit.end());

    async function visiting(step: HostStep, child?: PageNode): Promise<Visit> {
      visit = new Visit(step);
      await visit.open(library, child);
      return visit;
    }

    for (const step of STEPS) {
      it(`keeps ${step.name}: what is typed, the selection and the focus; it is sent once (host page 1)`, async () => {
        await visiting(step);
        await pressKeys(...step.typed[0], 'ArrowLeft');
        await aTimeout(0);
        const before = visit.state();
        expect(before).to.include({ value: step.typed[0], hasFocus: true });
        await visit.rewrite();
        expect(visit.state()).to.deep.equal(before);
        await visit.rewrite({ child: help(step.slot, 'Bel 020 123 45 67') });
        expect(visit.state()).to.deep.equal(before);
        expect(text(visit.element)).to.include('Bel 020 123 45 67');
        await visit.rewrite({ child: help(step.slot, 'Bel ons morgen') });
        expect(text(visit.element)).to.include('Bel ons morgen');
        await visit.rewrite();
        expect(text(visit.element)).not.to.include('Bel');
        expect(visit.state()).to.deep.equal(before);
        await visit.finish();
        expect(visit.sent).to.equal(1);
      });
    }

    for (const step of [SIGN_IN, CODE_FIELD]) {
      it(`keeps ${step.name} when a text comes and goes in the element (host page 1)`, async () => {
        await visiting(step, 'Even geduld');
        await pressKeys(...step.typed[0]);
        const before = visit.state();
        for (const child of [null, 'Nog even', 'Bijna', null]) {
          await visit.rewrite({ child });
          expect(visit.state(), String(child)).to.deep.equal(before);
        }
        await visit.finish();
        expect(visit.sent).to.equal(1);
      });
    }

    it('keeps the error that is shown, and the focus in the field (host page 1)', async () => {
      await visiting(SIGN_IN);
      await pressKeys(...'999999', 'Enter');
      await untilText(visit.element, message('error.invalid-code'));
      await until(() => visit.state().hasFocus, 'the field does not get the focus');
      await visit.rewrite();
      await visit.rewrite({ child: help('help', 'Bel 020 123 45 67') });
      await visit.rewrite();
      expect(text(visit.element)).to.include(message('error.invalid-code'));
      expect(field(visit.element)).to.have.attribute('aria-invalid', 'true');
      expect(visit.state().hasFocus).to.equal(true);
      await pressKeys(...'123456', 'Enter');
      await untilText(visit.element, message('challenge.verified.heading'));
      expect(visit.sent).to.equal(2);
    });

    it('keeps every key that is pressed while the page changes all the time (host page 1)', async () => {
      await visiting(SIGN_IN);
      // So many changes without a pause are told in the console.
      const logged = new ConsoleRecorder();
      let isTyping = true;
      const rewriting = (async () => {
        for (let turn = 0; isTyping; turn += 1) {
          await visit.rewrite({ child: turn % 2 ? help('help', 'Bel ons') : null });
        }
      })();
      for (const key of '123456') await pressKeys(key);
      isTyping = false;
      await rewriting;
      logged.stop();
      expect(visit.state()).to.include({ value: '123456', hasFocus: true });
      await visit.finish('');
      await untilText(visit.element, message('challenge.verified.heading'));
      expect(visit.sent).to.equal(1);
    });

    it('keeps the code in a form that the author wrote (host page 1)', async () => {
      await visiting(SIGN_IN, OWN_FORM);
      expect(field(visit.element).id).to.equal('own-code');
      await pressKeys('1', '2', '3');
      await visit.rewrite({ child: OWN_FORM });
      await visit.rewrite({ child: OWN_FORM });
      const kept = library.emptiesInputs ? '' : '123';
      expect(visit.state()).to.include({ value: kept, hasFocus: true });
      expect(field(visit.element).id).to.equal('own-code');
      await pressKeys('End', ...'123456'.slice(kept.length), 'Enter');
      await untilText(visit.element, message('challenge.verified.heading'));
      expect(visit.sent).to.equal(1);
    });

    it('follows a form of the author that comes and goes (host page 1)', async () => {
      await visiting(SIGN_IN);
      for (const child of [OWN_FORM, null, OWN_FORM]) {
        await visit.rewrite({ child });
        await until(
          () => visit.element.querySelectorAll('form input').length === 1,
          'there is not one field',
        );
        const own = visit.element.querySelector('#own-code');
        expect(own !== null).to.equal(child !== null);
        await visit.reachField();
      }
      fill(field(visit.element), '123456');
      button(visit.element, message('code.submit')).click();
      await untilText(visit.element, message('challenge.verified.heading'));
      expect(visit.sent).to.equal(1);
    });

    it('shows a new step when the element comes back after it was gone (host page 1)', async () => {
      await visiting(SIGN_IN);
      await pressKeys('1', '2', '3');
      const gone = visit.element;
      await visit.rewrite(null);
      expect(gone.isConnected).to.equal(false);
      expect(gone.querySelector('input')?.value ?? '').to.equal('');
      await visit.rewrite();
      await untilText(visit.element, message('challenge.code.heading'));
      await visit.reachField();
      expect(visit.state().value).to.equal('');
      await visit.finish('123456');
      expect(visit.sent).to.equal(1);
    });

    it('keeps what is typed each time (host page 1)', async function () {
      const count = library.rewrites ?? REWRITES;
      const kept = { digits: 0, selection: 0, focus: 0 };
      await visiting(SIGN_IN);
      const logged = new ConsoleRecorder();
      for (let turn = 0; turn < count; turn += 1) {
        if (turn % Math.ceil(count / 6) === 0)
          await pressKeys(...'123456'.charAt(turn / Math.ceil(count / 6)));
        if (turn % 7 === 3) await pressKeys('ArrowLeft');
        if (turn % 7 === 5) await pressKeys('End');
        const before = visit.state(inputIn(visit.element));
        await visit.rewrite({ child: turn % 2 ? help('help', 'Bel ons') : null });
        const after = visit.state(inputIn(visit.element));
        kept.digits += Number(after.value === before.value);
        kept.selection += Number(after.selection === before.selection);
        kept.focus += Number(after.hasFocus);
      }
      logged.stop();
      const counted = Object.entries(kept).map(([what, times]) => `${what} ${times} of ${count}`);
      const { test } = this;
      if (test) test.title += `: ${counted.join(', ')}`;
      expect(kept).to.deep.equal({ digits: count, selection: count, focus: count });
    }).timeout(30_000);
  });
}

/** Runs the cases of a library that puts new markup in place of the element: it begins anew, and works. */
export function testReplacedPage(library: HostLibrary): void {
  describe(`a page replaced by ${library.name}`, () => {
    hearEvents();
    let visit: Visit;
    afterEach(() => visit.end());

    for (const step of STEPS) {
      it(`has one new field for ${step.name}, and the old one has forgotten what was typed (host page 1)`, async () => {
        visit = new Visit(step);
        await visit.open(library);
        await pressKeys(...step.typed[0]);
        const old = visit.element;
        const typedIn = field(old);
        await visit.rewrite();
        expect(old.isConnected).to.equal(false);
        // A field in a form of the page keeps its value like any other.
        if (step.sends !== 'form') expect(typedIn.value).to.equal('');
        await step.reach(visit.element);
        await visit.reachField();
        if (step.sends !== 'form') expect(visit.state().value).not.to.include(step.typed[0]);
        field(visit.element).select();
        await pressKeys(...step.typed[0]);
        await visit.finish();
        expect(visit.sent).to.equal(1);
      });
    }
  });
}
