import { msg } from '@lit/localize';
import type { Authenticator } from '../../backend/backend.js';

/** What an app is called on the screen, also when the backend keeps no names. */
export const authenticatorName = ({ name }: Authenticator): string =>
  name ??
  msg('Authenticator app', {
    id: 'authenticators.unnamed',
    desc: 'Linked apps: an app that has no name of its own',
  });
