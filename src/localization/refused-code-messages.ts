import { formatClockDifference } from './format-duration.js';
import { msg, str } from './msg.js';

// What can be known of a refused code also at sign-in, without the secret (diagnosis-message.ts has the rest).

/** Explains that the same code was refused before. */
export const repeatedCodeMessage = (): string =>
  msg('You have entered this code already. Wait until the app shows a new one and enter that.', {
    id: 'diagnosis.reused',
    desc: 'Linking an app, refused code: the same code again',
  });

/**
 * Explains that the clock of this device is off, which may be why codes are refused at sign-in. If the
 * app is on this device, it is the cause. Otherwise the clock of the other device may be off too.
 *
 * @param seconds The seconds that the device is ahead of the server. Negative if it is behind
 *   (`clockSkew`).
 */
export function clockSkewMessage(seconds: number): string {
  const difference = formatClockDifference(Math.abs(seconds) / 60);
  return seconds > 0
    ? msg(
        str`The clock of this device is about ${difference} fast. Is your authenticator app on this device? Set the time to automatic, then enter a new code. Is it on another one? Check that the time is automatic there.`,
        {
          id: 'clock-skew.fast',
          desc: 'Signing in, refused codes: the clock of this device is ahead; {0} is "3 minutes", "1.5 hours" or "4 days". German: not after a preposition with the dative ("4 Tage", not "4 Tagen")',
        },
      )
    : msg(
        str`The clock of this device is about ${difference} slow. Is your authenticator app on this device? Set the time to automatic, then enter a new code. Is it on another one? Check that the time is automatic there.`,
        {
          id: 'clock-skew.slow',
          desc: 'Signing in, refused codes: the clock of this device is behind; {0} is "3 minutes", "1.5 hours" or "4 days". German: not after a preposition with the dative ("4 Tage", not "4 Tagen")',
        },
      );
}
