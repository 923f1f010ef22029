import { msg } from '../../localization/msg.js';

/**
 * Returns what to know about recovery codes if a response that may have had them in it is lost.
 *
 * @param canMakeNew Whether the backend makes new ones.
 */
export const lostCodesMessage = (canMakeNew: boolean): string =>
  canMakeNew
    ? msg(
        'If you were given recovery codes, we could not show them. You can make new ones in your profile.',
        {
          id: 'enrollment.recovery-codes.lost',
          desc: 'Linking an app, done: the response of the server was lost, perhaps with recovery codes in it; also at sign-in with a recovery code',
        },
      )
    : msg(
        'If you were given recovery codes, we could not show them. Contact us if you want new ones.',
        {
          id: 'enrollment.recovery-codes.lost.first-only',
          desc: 'Linking an app, done: as enrollment.recovery-codes.lost, where the server makes codes only with the first app',
        },
      );
