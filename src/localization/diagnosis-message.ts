import { msg, str } from './msg.js';
import type { CodeDiagnosis } from '../otp/diagnosis/code-diagnosis.js';
import { formatClockDifference } from './format-duration.js';
import { repeatedCodeMessage } from './refused-code-messages.js';

/** The names of the account in the app, from the otpauth URI. */
export interface AccountInApp {
  readonly issuer?: string | undefined;
  readonly account?: string | undefined;
}

/**
 * Explains why a code was refused during the enrollment, and what to do next.
 *
 * @param diagnosis The diagnosis of the code.
 * @param accountInApp The names to look for in the app. Either may be empty.
 * @returns Two to four sentences in the locale of the page.
 */
export function diagnosisMessage(diagnosis: CodeDiagnosis, accountInApp: AccountInApp): string {
  switch (diagnosis.kind) {
    case 'reused':
      return repeatedCodeMessage();
    case 'just-expired':
      return msg('This code had just expired. Enter the new code that the app shows.', {
        id: 'diagnosis.just-expired',
        desc: 'Linking an app, refused code: it was right until a moment ago',
      });
    case 'mistyped':
      return msg(
        'Not all digits are the same as in your app. Enter the code that the app shows now, digit by digit.',
        {
          id: 'diagnosis.mistyped',
          desc: 'Linking an app, refused code: one digit differs, or two changed places',
        },
      );
    case 'clock-off':
      return clockOff(diagnosis.minutes);
    case 'other-account':
      return otherAccount(accountInApp);
    case 'unexplained':
      return msg(
        'This code belongs to this QR code, but it was not accepted. Wait until the app shows a new one and enter that.',
        {
          id: 'diagnosis.unexplained',
          desc: 'Linking an app, refused code: it is right as far as we know',
        },
      );
    case 'other-secret':
      return msg(
        'This code belongs to this QR code, but we expect that of another one. Perhaps linking was started again elsewhere. Make a new QR code and scan it.',
        {
          id: 'diagnosis.other-secret',
          desc: 'Linking an app, refused code: it is certain to be right for the QR code that shows. A button "Make a new QR code" is below it',
        },
      );
  }
}

function clockOff(minutes: number): string {
  const difference = formatClockDifference(Math.abs(minutes));
  return minutes > 0
    ? msg(
        str`The clock of your phone is about ${difference} fast. Set the time on your phone to automatic, then enter a new code.`,
        {
          id: 'diagnosis.clock-fast',
          desc: 'Linking an app, refused code: the clock of the phone is ahead; {0} is "3 minutes", "1.5 hours" or "4 days". German: not after a preposition with the dative ("4 Tage", not "4 Tagen")',
        },
      )
    : msg(
        str`The clock of your phone is about ${difference} slow. Set the time on your phone to automatic, then enter a new code.`,
        {
          id: 'diagnosis.clock-slow',
          desc: 'Linking an app, refused code: the clock of the phone is behind; {0} is "3 minutes", "1.5 hours" or "4 days". German: not after a preposition with the dative ("4 Tage", not "4 Tagen")',
        },
      );
}

function otherAccount({ issuer, account }: AccountInApp): string {
  if (issuer && account) {
    return msg(
      str`This seems to be the code of another account. Look for ${issuer} (${account}) in the app and enter the code that is there. Not in the list? Then add the account to the app again.`,
      {
        id: 'diagnosis.other-account',
        desc: 'Linking an app, refused code: of another account; {0} is the site, {1} the account',
      },
    );
  }
  const name = [issuer, account].find(Boolean);
  if (name) {
    return msg(
      str`This seems to be the code of another account. Look for ${name} in the app and enter the code that is there. Not in the list? Then add the account to the app again.`,
      {
        id: 'diagnosis.other-account.one-name',
        desc: 'Linking an app, refused code: of another account; {0} is the site or the account',
      },
    );
  }
  return msg(
    'This seems to be the code of another account. Look in the app for the account that you have just added and enter the code that is there. Not in the list? Then add the account to the app again.',
    {
      id: 'diagnosis.other-account.no-name',
      desc: 'Linking an app, refused code: of another account, and this one has no name',
    },
  );
}
