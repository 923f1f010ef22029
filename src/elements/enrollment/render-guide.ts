import { html, type TemplateResult } from 'lit';
import { msg, str } from '../../localization/msg.js';
import { appSteps, type AddingBy } from './app-steps.js';
import type { AuthenticatorApp } from './authenticator-apps.js';
import { renderDisclosure } from './render-disclosure.js';

/** The guide's name for an app that is not proposed: no app has it. */
const ANY_OTHER = '';

export interface Guide {
  readonly apps: readonly AuthenticatorApp[];
  /** The name of the app whose steps show; undefined while none do. */
  readonly openApp: string | undefined;
  readonly openSteps: (name: string | undefined) => void;
}

/** What to do in each app, one app at a time. The page's own `guide` takes its place. */
export function renderGuide(guide: Guide, by: AddingBy): TemplateResult {
  return html`<slot name="guide">
    ${guide.apps.map((app) => renderApp(guide, by, app))} ${renderApp(guide, by, undefined)}
  </slot>`;
}

function renderApp(
  { openApp, openSteps }: Guide,
  by: AddingBy,
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
      ${appSteps(app, by).map((step) => html`<li>${step}</li>`)}
    </ol>`,
  });
}
