import { LitElement } from 'lit';
import { followWords } from './follow-words.js';
import { wordsToCome } from './localization.js';

/** An element with words in it: painted when the words of the page's locale are there, and again in others. */
export abstract class LocalizedElement extends LitElement {
  constructor() {
    super();
    followWords(this);
  }

  protected override scheduleUpdate(): void | Promise<unknown> {
    const words = this.hasUpdated ? undefined : wordsToCome();
    return words ? words.then(() => super.scheduleUpdate()) : super.scheduleUpdate();
  }
}
