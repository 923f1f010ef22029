import { msg } from './msg.js';

/** Tells the person that the page is set up wrongly. A module of its own, since every element may need it. */
export const misconfiguredMessage = (): string =>
  msg('This part of the page has not been set up well. Tell the owner of the site.', {
    id: 'error.misconfigured',
    desc: 'Errors: the site owner made a mistake in the configuration',
  });
