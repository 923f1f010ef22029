import { msg, str } from '@lit/localize';
import { formatDate } from '../../localization/format-date.js';

/** What recovery codes are, wherever they are spoken of. */
export const recoveryCodesUse = (): string =>
  msg('With a recovery code you can sign in when you have lost your phone. Each code works once.', {
    id: 'recovery-codes.use',
    desc: 'Recovery codes, on the screen, on paper and in a file: what they are for',
  });

/** When the codes were made. */
export const recoveryCodesMade = (createdAt: Date): string =>
  msg(str`Made on ${formatDate(createdAt, 'day')}`, {
    id: 'recovery-codes.made',
    desc: 'Recovery codes, on the screen, on paper and in a file: {0} is a date',
  });
