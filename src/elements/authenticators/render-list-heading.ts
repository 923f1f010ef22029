import type { TemplateResult } from 'lit';
import { msg } from '../../localization/msg.js';
import { renderHeading } from '../shared/controls/render-heading.js';

/** What the list is. */
export const renderListHeading = (): TemplateResult =>
  renderHeading(
    msg('Linked authenticator apps', {
      id: 'authenticators.heading',
      desc: 'Linked apps: heading',
    }),
  );
