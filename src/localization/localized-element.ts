import { LitElement } from 'lit';
import { followWords } from './follow-words.js';
import { pendingLocale } from './locale.js';

/** An element with words in it: painted when the words of the page's locale are there, and again in others. */
export abstract class LocalizedElement extends LitElement {
  constructor() {
    super();
    followWords(this);
  }

  protected override scheduleUpdate(): void | Promise<unknown> {
    const words = this.#canWait ? pendingLocale() : undefined;
    // Other words may be wanted by then.
    return words ? words.then(() => this.scheduleUpdate()) : super.scheduleUpdate();
  }

  /** What nobody sees yet can wait; a field that is in use must not go out of sight until the words come. */
  get #canWait(): boolean {
    return !this.hasUpdated && !this.querySelector('input');
  }
}
