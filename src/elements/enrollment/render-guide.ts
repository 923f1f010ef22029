import { html, type TemplateResult } from 'lit';
import { msg, str } from '../../localization/msg.js';
import { appSteps, type EntryMethod } from './app-steps.js';
import type { AuthenticatorApp } from './authenticator-apps.js';
import { renderDisclosure } from './render-disclosure.js';

/** The name for "another app". No app has it. */
const ANY_OTHER = '';

export interface Guide {
  readonly apps: readonly AuthenticatorApp[];
  /** The name of the app whose steps show, if any do. */
  readonly openApp: string | undefined;
  readonly openSteps: (name: string | undefined) => void;
}

/** Renders the steps in each app, one app open at a time. The page's slot `guide` replaces them. */
export function renderGuide(guide: Guide, method: EntryMethod): TemplateResult {
  return html`<slot name="guide">
    ${guide.apps.map((app) => renderApp(guide, method, app))} ${renderApp(guide, method, undefined)}
  </slot>`;
}

function renderApp(
  { openApp, openSteps }: Guide,
  method: EntryMethod,
  app: AuthenticatorApp | undefined,
): TemplateResult {
  const name = app?.name ?? ANY_OTHER;
  return renderDisclosure({
    summary: app
      ? msg(str`Steps in ${app.name}`, {
          id: 'guide.app',
          desc: 'Guide: unfolds what to do in an app; {0} is its name',
        })
      : msg('Steps in another app', {
          id: 'guide.other',
          desc: 'Guide: unfolds what to do in an app that is not among the named ones',
        }),
    part: 'show-steps',
    open: openApp === name,
    toggled: (open) => {
      if (open) openSteps(name);
      else if (openApp === name) openSteps(undefined);
    },
    content: html`<ol class="app-steps">
      ${appSteps(app, method).map((step) => html`<li>${step}</li>`)}
    </ol>`,
  });
}
