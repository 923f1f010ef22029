import { formatDate } from '../../localization/format-date.js';
import { msg, str } from '../../localization/msg.js';
import { plural } from '../../localization/plural.js';

/** Says what recovery codes are for. */
export const recoveryCodesPurpose = (): string =>
  msg('With a recovery code you can sign in when you have lost your phone. Each code works once.', {
    id: 'recovery-codes.use',
    desc: 'Recovery codes, on the screen, on paper and in a file: what they are for',
  });

/** Says when the codes were created. */
export const recoveryCodesCreatedOn = (createdAt: Date): string =>
  msg(str`Made on ${formatDate(createdAt, 'day')}`, {
    id: 'recovery-codes.generated',
    desc: 'Recovery codes, on the screen, on paper and in a file: {0} is a date',
  });

/** The label of the button that copies this number of codes. */
export const copyLabel = (codes: number): string =>
  plural(codes, {
    one: () =>
      msg('Copy code', {
        id: 'recovery-code-list.copy.one',
        desc: 'Recovery codes, when there is only one: button',
      }),
    other: () =>
      msg('Copy all codes', {
        id: 'recovery-code-list.copy.other',
        desc: 'Recovery codes: button',
      }),
  });

/** The label of the checkbox. */
export const keptLabel = (codes: number): string =>
  plural(codes, {
    one: () =>
      msg('I have kept my recovery code', {
        id: 'recovery-code-list.kept.one',
        desc: 'Recovery codes, when there is only one: checkbox before going on',
      }),
    other: () =>
      msg('I have kept my recovery codes', {
        id: 'recovery-code-list.kept.other',
        desc: 'Recovery codes: checkbox before going on',
      }),
  });

/** The reminder that shows when the user continues without ticking the checkbox. */
export const reminderMessage = (codes: number): string =>
  plural(codes, {
    one: () =>
      msg('First keep your recovery code, then tick the box.', {
        id: 'recovery-code-list.reminder.one',
        desc: 'Recovery codes, when there is only one: the person wanted to go on without ticking the box',
      }),
    other: () =>
      msg('First keep your recovery codes, then tick the box.', {
        id: 'recovery-code-list.reminder.other',
        desc: 'Recovery codes: the person wanted to go on without ticking the box',
      }),
  });

/** A way to keep the codes that may not work on this page. */
export type RefusedWay = 'download' | 'print';

/** Says that a way to keep the codes, which are selected then, may not work here. */
export const refusedMessage = (way: RefusedWay): string =>
  way === 'download'
    ? msg(
        'If no file was saved, downloading is not possible here. Copy what is selected now, or write it down.',
        {
          id: 'recovery-code-list.download.refused',
          desc: 'Recovery codes, after Download on a page that may not save files: the codes have been selected',
        },
      )
    : msg(
        'If nothing opened, printing is not possible here. Copy what is selected now, or write it down.',
        {
          id: 'recovery-code-list.print.refused',
          desc: 'Recovery codes, after Print on a page that cannot print: the codes have been selected',
        },
      );
