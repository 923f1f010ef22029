import type { LitElement } from 'lit';
import { ownMessages } from '../../src/localization/own-messages.js';
import { elementsIn } from './flat-tree.js';

const updating = (): LitElement[] =>
  [...elementsIn(document)].filter(
    (element): element is LitElement => (element as Partial<LitElement>).isUpdatePending === true,
  );

/** Renders every tag again with the words of now, down to the last field in it, before the next paint. */
export async function renderWords(): Promise<void> {
  ownMessages.dispatchEvent(new Event('change'));
  for (let pending = updating(); pending.length > 0; pending = updating()) {
    await Promise.all(pending.map(({ updateComplete }) => updateComplete));
  }
}
