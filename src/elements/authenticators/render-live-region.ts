import { html, nothing, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import {
  hasLostCodes,
  type AuthenticatorsState,
  type ChangeOutcome,
} from '../../flow/authenticators/authenticators.js';
import { errorMessage } from '../../localization/error-message.js';
import { msg, str } from '../../localization/msg.js';
import { lostCodesMessage } from '../enrollment/lost-codes-message.js';
import { authenticatorName } from './authenticator-name.js';

interface RecoveryCodes {
  readonly makes: boolean;
  readonly canMakeNew: boolean;
}

/**
 * Renders that the list is loading, or the outcome of a change. The live region exists at every step,
 * before its text does (A8). Each outcome is a new text node, so that the same text is announced again.
 *
 * @param codes Whether the backend makes recovery codes, and whether it can make new ones.
 */
export function renderLiveRegion(state: AuthenticatorsState, codes: RecoveryCodes): TemplateResult {
  return html`<div role="status">${renderStatus(state, codes)}</div>`;
}

function renderStatus(state: AuthenticatorsState, codes: RecoveryCodes) {
  if (state.step === 'loading') return html`<p class="visually-hidden">${loadingMessage()}</p>`;
  const outcome = 'outcome' in state ? state.outcome : undefined;
  if (!outcome) return nothing;
  return outcome.kind === 'unknown'
    ? html`<p class="notice">${checkingMessage()}</p>`
    : keyed(outcome, renderOutcome(outcome, codes));
}

function renderOutcome(
  outcome: ChangeOutcome,
  { makes, canMakeNew }: RecoveryCodes,
): TemplateResult {
  return html`<p class="notice ${toneOf(outcome)}">
    ${messageOf(outcome)} ${makes && hasLostCodes(outcome) ? lostCodesMessage(canMakeNew) : nothing}
  </p>`;
}

const loadingMessage = () =>
  msg('Your linked apps are being looked up…', {
    id: 'authenticators.loading',
    desc: 'Linked apps: read out while the list is asked for',
  });

const checkingMessage = () =>
  msg('We are checking whether this worked…', {
    id: 'authenticators.checking',
    desc: 'Linked apps: no usable answer came to a change, so the list is asked for again',
  });

/** If the link was already removed, the user has what they wanted, so it does not look like an error. */
function toneOf(outcome: ChangeOutcome): string {
  if (outcome.kind === 'changed-elsewhere') return '';
  if (outcome.kind !== 'refused') return 'notice--success';
  return outcome.error.kind === 'not-found' ? '' : 'notice--error';
}

function messageOf(outcome: ChangeOutcome): string {
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
