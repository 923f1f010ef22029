import type { TemplateResult } from 'lit';
import { msg } from '../../../localization/msg.js';
import { renderHeading } from './render-heading.js';

/** Renders the last step of a sign-in, for a page that gives no URL to go to. */
export const renderSignedIn = (): TemplateResult =>
  renderHeading(
    msg('You are signed in', { id: 'challenge.verified.heading', desc: 'Sign-in, done: heading' }),
  );
