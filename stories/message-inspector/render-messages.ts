import type { LitElement } from 'lit';
import { allElements } from '../../src/testing/harness/dom.js';
import { customMessages } from '../../src/localization/custom-messages.js';

const updating = (): LitElement[] =>
  allElements(document).filter(
    (element): element is LitElement => (element as Partial<LitElement>).isUpdatePending === true,
  );

/** Renders every element again with the current messages, including its fields, before the next paint. */
export async function renderMessages(): Promise<void> {
  customMessages.dispatchEvent(new Event('change'));
  for (let pending = updating(); pending.length > 0; pending = updating()) {
    await Promise.all(pending.map(({ updateComplete }) => updateComplete));
  }
}
