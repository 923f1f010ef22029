import { msg } from '@lit/localize';
import type { TemplateResult } from 'lit';
import { renderHeading } from './render-heading.js';

/** Signed in, and nowhere to go by itself. */
export const renderSignedIn = (): TemplateResult =>
  renderHeading(
    msg('You are signed in', { id: 'challenge.verified.heading', desc: 'Sign-in, done: heading' }),
  );
