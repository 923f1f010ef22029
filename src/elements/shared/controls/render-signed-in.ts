import type { TemplateResult } from 'lit';
import { msg } from '../../../localization/msg.js';
import { renderHeading } from './render-heading.js';

/** Signed in, and nowhere to go by itself. */
export const renderSignedIn = (): TemplateResult =>
  renderHeading(
    msg('You are signed in', { id: 'challenge.verified.heading', desc: 'Sign-in, done: heading' }),
  );
