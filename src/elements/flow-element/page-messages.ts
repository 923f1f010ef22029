import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { MfaError } from '../../backend/mfa-error.js';
import { reportMisconfiguration } from '../../internal/report-misconfiguration.js';
import { setMessages, type Messages } from '../../localization/own-messages.js';
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
    if (isConnected && messages !== this.#given) this.#give(messages);
  }

  hostDisconnected(): void {
    this.#give(undefined);
  }

  #give(messages: Messages | string | undefined): void {
    this.#given = messages;
    setMessages(typeof messages === 'string' ? this.#read(messages) : messages, this);
  }

  /** A mistake in the page's words leaves ours: nobody is kept from signing in by it. */
  #read(id: string): Messages | undefined {
    try {
      const read: unknown = JSON.parse(
        scriptText(this.#host, 'messages', id, 'texts by message id'),
      );
      if (typeof read === 'object' && read !== null) return read as Messages;
      throw new MfaError('misconfigured', `The script "${id}" has to hold an object.`);
    } catch (thrown) {
      const message = thrown instanceof Error ? thrown.message : '';
      reportMisconfiguration(this.#host.localName, `messages="${id}": ${message}`);
      return undefined;
    }
  }
}
