import { msg } from '../../localization/msg.js';

/** Returns what to know about recovery codes if a response that may have had them in it is lost. */
export const lostCodesMessage = (): string =>
  msg(
    'If you were given recovery codes, we could not show them. You can make new ones in your profile.',
    {
      id: 'enrollment.recovery-codes.lost',
      desc: 'Linking an app, done: the response of the server was lost, perhaps with recovery codes in it; also at sign-in with a recovery code',
    },
  );
