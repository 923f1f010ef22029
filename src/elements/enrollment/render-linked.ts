import { html, type TemplateResult } from 'lit';
import { msg, str } from '../../localization/msg.js';
import { renderHeading } from '../shared/controls/render-heading.js';

/** Renders that an app is linked: by default, the one that the user has just linked. */
export const renderLinked = (
  issuer: string,
  heading = yoursHeading(issuer),
): TemplateResult => html`
  ${renderHeading(heading)}
  <p class="lead">
    ${msg('From now on you enter the code from the app when you sign in.', {
      id: 'enrollment.done.lead',
      desc: 'Linking an app, done: what happens next time',
    })}
  </p>
`;

const yoursHeading = (issuer: string): string =>
  msg(str`Your authenticator app is linked to ${issuer}`, {
    id: 'enrollment.done.heading',
    desc: 'Linking an app, done: heading; {0} is the name of the site',
  });

/** Returns the label of the button that goes on to the site. */
export const continueLabel = (issuer: string): string =>
  msg(str`Go on to ${issuer}`, {
    id: 'enrollment.done.action',
    desc: 'Linking an app, done: button; {0} is the name of the site',
  });
