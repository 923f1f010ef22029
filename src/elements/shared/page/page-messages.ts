import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { jsonErrorHint } from '../../../backend/http/development-hooks.js';
import { MfaError } from '../../../backend/mfa-error.js';
import { reportMisconfiguration } from '../../../localization/report-misconfiguration.js';
import { setMessages, type Messages } from '../../../localization/custom-messages.js';
import { scriptText } from './script-text.js';

interface Host extends ReactiveControllerHost, HTMLElement {
  readonly messages?: Messages | string;
}

/**
 * Applies the messages that a page gives on an element: before its first render, and until the element
 * is disconnected.
 *
 * @example
 * ```ts
 * constructor() {
 *   super();
 *   new PageMessages(this);
 * }
 * ```
 */
export class PageMessages implements ReactiveController {
  readonly #host: Host;
  #applied: Messages | string | undefined;

  constructor(host: Host) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    this.#apply(this.#host.messages);
  }

  hostUpdate(): void {
    const { isConnected, messages } = this.#host;
    if (isConnected && differs(messages, this.#applied)) this.#apply(messages);
  }

  hostDisconnected(): void {
    this.#apply(undefined);
  }

  /** Applies messages. A mistake in them leaves ours, so that it keeps nobody from signing in. */
  #apply(messages: Messages | string | undefined): void {
    this.#applied = messages;
    try {
      setMessages(typeof messages === 'string' ? this.#read(messages) : messages, this);
    } catch (thrown) {
      setMessages(undefined, this);
      const source = typeof messages === 'string' ? `messages="${messages}"` : 'messages';
      const reason =
        thrown instanceof MfaError ? thrown.message : 'It must be an object of strings.';
      reportMisconfiguration(this.#host.localName, `${source}: ${reason}`);
    }
  }

  #read(id: string): Messages {
    const text = scriptText(this.#host, 'messages', id, 'messages by id');
    const messages = parse(text, id);
    if (typeof messages === 'object' && messages !== null) return messages as Messages;
    throw new MfaError('misconfigured', `The script "${id}" must contain an object.`);
  }
}

function parse(text: string, id: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // The parser's own message quotes the text, and a wrong id may name a script with private content.
    throw new MfaError(
      'misconfigured',
      `The script "${id}" is not valid JSON: ${jsonErrorHint(text)}.`,
    );
  }
}

/**
 * Compares by content, because a page that renders creates a new object each time, and new messages
 * render every element again.
 */
function differs(messages: Messages | string | undefined, applied: typeof messages): boolean {
  if (messages === applied) return false;
  try {
    return JSON.stringify(messages) !== JSON.stringify(applied);
  } catch {
    return true;
  }
}
