import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { jsonErrorHint } from '../../../backend/http/development-hooks.js';
import { MfaError } from '../../../backend/mfa-error.js';
import { reportMisconfiguration } from '../../../localization/report-misconfiguration.js';
import { setMessages, type Messages } from '../../../localization/custom-messages.js';
import { scriptText } from './script-text.js';

interface Host extends ReactiveControllerHost, HTMLElement {
  readonly messages?: Messages | string;
}

/** The words that a page gives by a tag: there from the tag's first paint on, as long as the tag is. */
export class PageMessages implements ReactiveController {
  readonly #host: Host;
  #given: Messages | string | undefined;

  constructor(host: Host) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    this.#give(this.#host.messages);
  }

  hostUpdate(): void {
    const { isConnected, messages } = this.#host;
    if (isConnected && differs(messages, this.#given)) this.#give(messages);
  }

  hostDisconnected(): void {
    this.#give(undefined);
  }

  /** A mistake in the page's words leaves ours: nobody is kept from signing in by it. */
  #give(messages: Messages | string | undefined): void {
    this.#given = messages;
    try {
      setMessages(typeof messages === 'string' ? this.#read(messages) : messages, this);
    } catch (thrown) {
      setMessages(undefined, this);
      const which = typeof messages === 'string' ? `messages="${messages}"` : 'messages';
      const why = thrown instanceof MfaError ? thrown.message : 'It has to be an object of texts.';
      reportMisconfiguration(this.#host.localName, `${which}: ${why}`);
    }
  }

  #read(id: string): Messages {
    const text = scriptText(this.#host, 'messages', id, 'texts by message id');
    const read = parse(text, id);
    if (typeof read === 'object' && read !== null) return read as Messages;
    throw new MfaError('misconfigured', `The script "${id}" has to hold an object.`);
  }
}

function parse(text: string, id: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // The parser's own message quotes the text, and a wrong id may name a script that is nobody's business.
    throw new MfaError(
      'misconfigured',
      `The script "${id}" is not valid JSON: ${jsonErrorHint(text)}.`,
    );
  }
}

/** A page that renders makes a new object each time; only other words are to be said to every tag. */
function differs(messages: Messages | string | undefined, given: typeof messages): boolean {
  if (messages === given) return false;
  try {
    return JSON.stringify(messages) !== JSON.stringify(given);
  } catch {
    return true;
  }
}
