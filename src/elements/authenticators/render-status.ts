import { html, nothing, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import type {
  AuthenticatorsState,
  ChangeOutcome,
} from '../../flow/authenticators/authenticators.js';
import { errorMessage } from '../../localization/error-message.js';
import { msg, str } from '../../localization/msg.js';
import { authenticatorName } from './authenticator-name.js';

/**
 * What is said beside the list: that it is on its way, or what became of what was done. The live
 * region stands at every step, before its text does (A8); each outcome is a new text to it, also when
 * it reads the same.
 */
export function renderStatus(state: AuthenticatorsState): TemplateResult {
  const outcome = 'outcome' in state ? state.outcome : undefined;
  return html`<div role="status">
    ${
      state.step === 'loading'
        ? html`<p class="visually-hidden">${loading()}</p>`
        : outcome
          ? keyed(outcome, renderOutcome(outcome))
          : nothing
    }
  </div>`;
}

const renderOutcome = (outcome: ChangeOutcome): TemplateResult =>
  html`<p class="notice ${toneOf(outcome)}">${sentenceOf(outcome)}</p>`;

const loading = () =>
  msg('Your linked apps are being looked up…', {
    id: 'authenticators.loading',
    desc: 'Linked apps: read out while the list is asked for',
  });

/** A link that was gone already is what the person wanted, so no failure. */
function toneOf(outcome: ChangeOutcome): string {
  if (outcome.kind === 'changed-elsewhere') return '';
  if (outcome.kind !== 'refused') return 'notice--success';
  return outcome.error.kind === 'not-found' ? '' : 'notice--error';
}

function sentenceOf(outcome: ChangeOutcome): string {
  switch (outcome.kind) {
    case 'unlinked':
      return msg(str`The link with ${authenticatorName(outcome.authenticator)} has been removed.`, {
        id: 'authenticators.unlinked',
        desc: 'Linked apps: a link was removed; {0} is the name of the app',
      });
    case 'renamed':
      return msg(str`The name has been changed to ${authenticatorName(outcome.authenticator)}.`, {
        id: 'authenticators.renamed',
        desc: 'Linked apps: a name was changed; {0} is the new name',
      });
    case 'linked':
      return msg(str`${authenticatorName(outcome.authenticator)} has been linked.`, {
        id: 'authenticators.linked',
        desc: 'Linked apps: another app was linked; {0} is its name',
      });
    case 'changed-elsewhere':
      return msg('The list has been updated.', {
        id: 'authenticators.changed-elsewhere',
        desc: 'Linked apps: an app was linked, renamed or removed in another tab or on another device',
      });
    case 'refused':
      return errorMessage(outcome.error);
  }
}
